import '../tsx-hook.ts';

/** A command: gets what follows its name, gives the exit code (0 done, 1 failed, 2 wrong words). */
type Command = { run: (argv: string[]) => Promise<number> };
type Entry = { name: string; says: string; load: () => Promise<Command> };

const COMMANDS: readonly Entry[] = [
  { name: 'start', says: 'jalankan Rukun (sama dengan npm start)', load: () => import('./start.ts') },
  { name: 'migrate', says: 'perbarui basis data tanpa menjalankan Rukun', load: () => import('./migrate.ts') },
  { name: 'agency new', says: 'buat dinas baru dengan admin pertamanya', load: () => import('./agency-new.ts') },
  { name: 'area find', says: 'cari wilayah di seluruh Indonesia', load: () => import('./area-find.ts') },
  { name: 'demo kode', says: 'kode dua langkah sebuah akun contoh', load: () => import('./demo-code.ts') },
  { name: 'demo people', says: 'penduduk buatan untuk menguji penautan', load: () => import('./demo-people.ts') },
  { name: 'demo file', says: 'berkas SIKS-NG 23 kolom buatan', load: () => import('./demo-file.ts') },
  { name: 'demo', says: 'buat dinas contoh pada pemasangan kosong', load: () => import('./demo.ts') },
  { name: 'import', says: 'impor berkas 23 kolom dari baris perintah', load: () => import('./import.ts') },
  { name: 'link', says: 'tautkan tabel orang apa pun (CSV)', load: () => import('./link.ts') },
  { name: 'score', says: 'hitung kartu skor atas sebuah CSV', load: () => import('./score.ts') },
  { name: 'target', says: 'susun daftar penerima dari berkas', load: () => import('./target.ts') },
  { name: 'backup', says: 'cadangkan basis data dan berkas', load: () => import('./backup.ts') },
  { name: 'restore', says: 'pulihkan cadangan ke pemasangan kosong', load: () => import('./restore.ts') },
  { name: 'audit verify', says: 'periksa bahwa jejak audit utuh', load: () => import('./audit-verify.ts') },
];

const help = () =>
  [
    `rukun PERINTAH [pilihan]    (rukun PERINTAH --help menjelaskan satu perintah)`,
    '',
    ...COMMANDS.map((entry) => `  ${entry.name.padEnd(14)} ${entry.says}`),
    '',
  ].join('\n');

const main = async (argv: string[]): Promise<number> => {
  if (argv.length === 0 || argv[0] === '--help' || argv[0] === '-h') {
    process.stdout.write(help());
    return argv.length === 0 ? 2 : 0;
  }
  const found = COMMANDS.find((entry) => {
    const words = entry.name.split(' ');
    return words.every((word, index) => argv[index] === word);
  });
  if (!found) {
    process.stderr.write(`Tidak ada perintah "${argv.join(' ')}".\n\n${help()}`);
    return 2;
  }
  const command = await found.load();
  return command.run(argv.slice(found.name.split(' ').length));
};

// Whoever reads our lines may stop early (`| head`): that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});
main(process.argv.slice(2))
  .then((code) => {
    process.exitCode = code;
  })
  .catch((error) => {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
  });
