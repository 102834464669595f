import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/**
 * The staff app. The floor is Chrome 109, the last one on Windows 7 and 8.1, and Firefox 115 ESR:
 * the build lowers syntax and CSS to it; `bin/bundle-size.mjs` looks for what it cannot lower.
 */
export default defineConfig({
  root: fileURLToPath(new URL('src/web/staff', import.meta.url)),
  base: '/kantor/',
  publicDir: false,
  plugins: [react()],
  build: {
    outDir: fileURLToPath(new URL('dist/staff', import.meta.url)),
    emptyOutDir: true,
    target: ['chrome109', 'firefox115'],
    manifest: true,
    chunkSizeWarningLimit: 700,
  },
  server: {
    host: '127.0.0.1',
    port: Number(process.env['WEB_PORT'] ?? 5173),
    proxy: { '/api': process.env['RUKUN_URL'] ?? 'http://127.0.0.1:3000' },
  },
});
