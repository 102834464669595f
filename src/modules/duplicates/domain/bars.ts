/** Something that a merge, or its undoing, would change under people's feet. */
export type Bar =
  | { kind: 'sk'; name: string; programme: string; decree: string; isInForce: boolean }
  | { kind: 'pengesahan'; name: string; period: string }
  | { kind: 'usulan'; name: string }
  | { kind: 'hidup' }
  | { kind: 'perlindungan' };

/** What stands in the way, in a sentence that says what to do. */
export const barSentence = (bar: Bar): string => {
  switch (bar.kind) {
    case 'sk':
      return bar.isInForce
        ? `Belum bisa digabung: ${bar.name} menerima ${bar.programme} menurut ${bar.decree} yang masih berlaku. Lakukan setelah SK itu diubah atau dicabut.`
        : `Belum bisa digabung: ${bar.name} ada dalam daftar ${bar.programme} yang sedang disiapkan (${bar.decree}). Lakukan setelah daftar itu diputus.`;
    case 'pengesahan':
      return `Belum bisa digabung: usulan ${bar.name} ada dalam daftar pengesahan ${bar.period} yang belum disahkan. Lakukan setelah pengesahan.`;
    case 'usulan':
      return `Belum bisa digabung: usulan ${bar.name} masih berjalan. Putuskan dulu usulannya, atau simpan catatan itu dan gabungkan yang lain ke dalamnya.`;
    case 'hidup':
      return 'Belum bisa digabung: yang satu tercatat meninggal, yang lain tidak. Betulkan dulu keadaannya di lembar orang.';
    case 'perlindungan':
      return 'Belum bisa digabung ke arah ini: catatan yang dilebur lebih dilindungi. Simpan catatan itu.';
  }
};

/** Bars that end by themselves: a merge can be booked for the day after. The others need somebody to mend a record first. */
export const endsByItself = ({ kind }: Bar): boolean => kind === 'sk' || kind === 'pengesahan' || kind === 'usulan';

/** The same for somebody who would change families. */
export const moveSentence = (bar: Bar): string =>
  barSentence(bar).replace('Belum bisa digabung', 'Belum bisa dipindah ke keluarga lain');
