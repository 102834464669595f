import type { Kind, Words } from './kinds.ts';

/**
 * A coded reason: what the officer picks, and the clause the citizen reads. The officer's own text stays in the file. With `only` it
 * belongs to these kinds, and these kinds know no other reasons for the act.
 */
export type Reason = { readonly words: Words; readonly citizen: string; readonly only?: readonly Kind[] };

const reason = (id: string, en: string, citizen: string): Reason => ({ words: [id, en], citizen });
const ofSanggah = (id: string, en: string, citizen: string): Reason => ({
  words: [id, en],
  citizen,
  only: ['sanggah'],
});
const other = reason(
  'Lainnya (jelaskan)',
  'Other (explain)',
  'ada hal lain yang dapat ditanyakan di kantor desa/kelurahan',
);

/** Reasons per act. `lain` always needs a text. */
export const REASONS = {
  accept: {
    lengkap: reason('Berkas lengkap', 'Papers complete', 'berkas lengkap'),
    sesuai_verval: reason('Kunjungan selesai', 'Visit done', 'kunjungan sudah dilakukan'),
    tidak_ditemukan: reason(
      'Tidak ditemukan setelah beberapa kunjungan',
      'Not found after several visits',
      'petugas belum bertemu dengan keluarga setelah beberapa kunjungan',
    ),
    dilaporkan_meninggal: reason('Dilaporkan meninggal', 'Reported dead', 'ada laporan yang perlu dipastikan'),
    dilaporkan_pindah: reason('Dilaporkan pindah', 'Reported moved', 'ada laporan pindah yang perlu dipastikan'),
    tidak_bersedia: reason('Tidak bersedia menjawab', 'Declined to answer', 'jawaban kunjungan dicatat belum lengkap'),
    disepakati: reason('Disepakati musyawarah', 'Agreed by deliberation', 'musyawarah menyepakati usulan ini'),
    lain: other,
  },
  ask: {
    kk_ktp_kurang: reason('KK/KTP belum ada', 'KK/KTP missing', 'KK atau KTP belum ada'),
    nik_tidak_cocok: reason('NIK tidak cocok', 'NIK does not match', 'NIK belum cocok dengan KK atau KTP'),
    alamat_tidak_jelas: reason('Alamat tidak jelas', 'Address unclear', 'alamat belum jelas'),
    foto_kurang: reason('Foto kurang atau buram', 'Photo missing or blurred', 'foto belum ada atau belum terbaca'),
    keterangan_kurang: reason('Keterangan kurang', 'Statement incomplete', 'keterangan belum cukup'),
    lain: other,
  },
  return: {
    verval_ulang: reason('Kunjungan perlu diulang', 'Visit to be repeated', 'kunjungan perlu diulang'),
    data_tidak_cocok: reason(
      'Isian tidak cocok dengan bukti',
      'Entries do not match the evidence',
      'isian perlu dicocokkan lagi',
    ),
    ba_tidak_lengkap: reason(
      'Berita acara tidak lengkap',
      'Berita acara incomplete',
      'berita acara musyawarah perlu dilengkapi',
    ),
    lain: other,
  },
  postpone: {
    tidak_di_rumah: reason('Tidak ditemui di rumah', 'Nobody at home', 'petugas belum bertemu dengan keluarga'),
    kuorum_kurang: reason('Peserta musyawarah kurang', 'Too few at the deliberation', 'peserta musyawarah belum cukup'),
    perlu_keterangan: reason('Perlu keterangan lagi', 'More to be found out', 'masih perlu keterangan tambahan'),
    lain: other,
  },
  refuse: {
    belum_memenuhi: reason(
      'Keadaan belum memenuhi syarat',
      'Conditions not met',
      'keadaan keluarga belum memenuhi syarat usulan ini',
    ),
    sudah_terlayani: reason('Sudah terlayani', 'Already served', 'yang diminta sudah diterima melalui jalur lain'),
    tidak_tinggal: reason(
      'Tidak tinggal di wilayah ini',
      'Does not live here',
      'orang yang diusulkan tidak tinggal di wilayah ini',
    ),
    tidak_ditemukan: reason('Tidak ditemukan', 'Not found', 'orang yang diusulkan tidak ditemukan pada alamatnya'),
    meninggal: reason('Sudah meninggal', 'Died', 'orang yang diusulkan sudah meninggal dunia'),
    ganda: reason('Usulan yang sama sudah ada', 'Same proposal exists', 'usulan yang sama sudah ada'),
    tidak_disepakati: reason(
      'Tidak disepakati musyawarah',
      'Not agreed by deliberation',
      'musyawarah belum menyepakati usulan ini',
    ),
    bukan_kewenangan: reason(
      'Bukan kewenangan Dinas Sosial',
      'Not for this agency',
      'permintaan ini ditangani instansi lain',
    ),
    keadaan_sesuai: ofSanggah(
      'Sanggah tidak terbukti: keadaan sesuai data',
      'Not shown: things are as recorded',
      'pemeriksaan di lapangan menemukan keadaan yang sesuai dengan data',
    ),
    bukti_tidak_cukup: ofSanggah(
      'Sanggah tidak terbukti: bukti tidak cukup',
      'Not shown: evidence insufficient',
      'bukti yang ada belum cukup untuk mengubah data',
    ),
    hasil_sudah_benar: ofSanggah(
      'Hasil sudah sesuai aturan',
      'The result follows the rules',
      'hasil itu sudah dihitung menurut aturan yang berlaku',
    ),
    lain: other,
  },
  approve: {
    memenuhi: reason('Memenuhi, bukti cukup', 'Met, evidence sufficient', 'bukti cukup'),
    perbaikan_data: reason('Perbaikan data terbukti', 'Correction proved', 'perbaikan data terbukti'),
    keadaan_berbeda: ofSanggah(
      'Sanggah terbukti: keadaan berbeda dari data',
      'Shown: things differ from the record',
      'pemeriksaan di lapangan menemukan keadaan yang berbeda dari data, dan data diperbaiki',
    ),
    tidak_tinggal_lagi: ofSanggah(
      'Sanggah terbukti: tidak tinggal di alamat itu',
      'Shown: does not live there',
      'orang yang tercatat tidak tinggal lagi di alamat itu, dan data diperbaiki',
    ),
    hasil_diperbaiki: ofSanggah(
      'Hasil perlu diperbaiki',
      'The result must be mended',
      'hasil itu perlu diperbaiki dan akan dihitung lagi',
    ),
    lain: other,
  },
  withdraw: {
    permintaan_warga: reason('Permintaan warga', 'At the citizen’s wish', 'atas permintaan Anda'),
    salah_usul: reason('Salah mengusulkan', 'Proposed by mistake', 'karena salah diusulkan'),
    ganda: reason('Usulan yang sama sudah ada', 'Same proposal exists', 'karena usulan yang sama sudah ada'),
    lain: other,
  },
} as const satisfies Record<string, Record<string, Reason>>;

export type ReasonedAct = keyof typeof REASONS;

/** The reason behind a code, or undefined when this act knows no such code. */
export const findReason = (act: ReasonedAct, code: string): Reason | undefined =>
  (REASONS[act] as Readonly<Record<string, Reason>>)[code];

/** The reasons of an act that fit a kind, as [code, reason]: its own where it has any, else those of every kind; `lain` always. */
export const reasonsFor = (act: ReasonedAct, kind: Kind): [code: string, reason: Reason][] => {
  const all = Object.entries<Reason>(REASONS[act]);
  const own = all.filter(([, { only }]) => only?.includes(kind));
  const shared = all.filter(([code, { only }]) => only === undefined && (own.length === 0 || code === 'lain'));
  return [...own, ...shared];
};
