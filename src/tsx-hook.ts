import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'rolldown/utils';

// Node runs .ts by itself; the portal's .tsx pages are transformed here, when they are first imported. There is no build for the server.
registerHooks({
  load(url, context, nextLoad) {
    if (!url.endsWith('.tsx')) return nextLoad(url, context);
    const file = fileURLToPath(url);
    const { code, errors } = transformSync(file, readFileSync(file, 'utf8'), {
      lang: 'tsx',
      jsx: { runtime: 'automatic', development: false },
      sourcemap: false,
    });
    if (errors.length) throw new SyntaxError(errors.map((error) => error.message).join('\n'));
    return { format: 'module', source: code, shortCircuit: true };
  },
});
