/**
 * What somebody may do, in the present tense, with the words of the page that shows who may do what.
 * Roles (modules/identity/domain/roles.ts) are lists of these; a route names one in its contract.
 */
export const CAPABILITIES = {
  'area.find': ['Mencari wilayah', 'Find areas'],
  'area.change': ['Mencatat perubahan wilayah', 'Record changes of territory'],
  'person.find': ['Mencari orang dan keluarga di wilayahnya', 'Search people and families in one’s area'],
  'person.read': ['Membuka lembar lengkap orang dan keluarga', 'Open the full sheet of a person or family'],
  'person.reveal': ['Menampilkan NIK dan nomor KK utuh (dicatat)', 'Reveal full NIK and KK numbers (logged)'],
  'person.register': ['Mendaftarkan dan memperbaiki data orang', 'Register and correct people'],
  'quality.read': ['Melihat papan mutu data', 'Read the data-quality board'],
  'quality.settle': ['Menyelesaikan temuan mutu data', 'Settle data-quality findings'],
  'duplicate.adjudicate': ['Memutus kemungkinan ganda', 'Adjudicate likely duplicates'],
  'duplicate.model': [
    'Melatih dan memberlakukan model pembanding data ganda',
    'Train and put in force models of the comparison',
  ],
  'import.run': ['Mengimpor berkas dan membatalkannya', 'Import files and undo imports'],
  'rt.read': ['Melihat nama warga RT-nya', 'See the names of one’s RT'],
  'usulan.propose': ['Mengusulkan warga', 'Propose a resident'],
  'usulan.read': ['Membaca usulan', 'Read proposals'],
  'usulan.check': ['Memeriksa usulan di desa/kelurahan', 'Check proposals at the desa/kelurahan'],
  'usulan.link': ['Menautkan usulan ke orang di register', 'Link a proposal to a person of the register'],
  'usulan.verify_field': ['Mengisi verval (kunjungan)', 'Record a field check'],
  'musyawarah.run': ['Menjalankan musdes/muskel', 'Run the village deliberation'],
  'usulan.decide': ['Memutus usulan di Dinas Sosial', 'Decide proposals at the agency'],
  'batch.prepare': ['Menyusun dan mengirim daftar pengesahan', 'Prepare and send ratification batches'],
  'batch.ratify': ['Mencatat pengesahan', 'Record a ratification'],
  'centre.key': ['Mengetik ke SIKS-NG dan mencatat tiket', 'Key into SIKS-NG and keep the ticket'],
  'stage.configure': ['Mengatur urutan dan pelaku tahap', 'Configure the order and actors of the stages'],
  'budget.read': ['Membaca pagu dan realisasi', 'Read budget lines and realisation'],
  'budget.record': ['Mencatat pagu, dokumen dan SP2D', 'Record budget, documents and SP2D'],
  'programme.read': ['Membaca program dan daftar', 'Read programmes and lists'],
  'programme.prepare': ['Menyusun program dan daftar penerima', 'Prepare programmes and recipient lists'],
  'decree.paraf': ['Memberi paraf', 'Initial a decree'],
  'decree.record': ['Mencatat nomor, tanggal, dan penanda tangan SK', 'Record number, date and signatory of a decree'],
  'handover.record': ['Mencatat serah terima', 'Record handovers'],
  'handover.rule': ['Memutus serah terima ganda dan kejadian', 'Rule on double handovers and incidents'],
  'report.read': ['Membaca laporan', 'Read reports'],
  'task.settle': ['Menyelesaikan tugas', 'Settle tasks'],
  'case.open': ['Membuka dan membaca kasus timnya', 'Open and read the cases of one’s team'],
  'case.break_glass': ['Membuka kasus dalam keadaan darurat (dicatat)', 'Break-glass access to a case (logged)'],
  'account.manage': ['Mengelola akun, jabatan, dan penugasan', 'Manage accounts, positions and assignments'],
  'privacy.manage': [
    'Mengurus permintaan warga atas datanya dan insiden data pribadi',
    'Handle citizens’ requests about their data, and incidents',
  ],
  'message.hand_over': ['Mengirim pesan warga dari HP kantor', 'Send citizens’ messages from the office’s phone'],
  'message.manage': ['Mengatur pesan, templatnya, dan pesan keluar', 'Manage messages, their words and the outbox'],
  'audit.read': ['Membaca jejak audit dan catatan akses', 'Read the audit trail and access log'],
} as const satisfies Record<string, readonly [id: string, en: string]>;

export type Capability = keyof typeof CAPABILITIES;
