import type { Both } from '#web/ui/language.tsx';

/** One role's part of the guide: what it does, step by step, in both languages. */
export type Chapter = { role: Both; steps: readonly Both[] };

const step = (id: string, en: string): Both => ({ id, en });

export const GUIDE: readonly Chapter[] = [
  {
    role: step('Ketua RT', 'RT head'),
    steps: [
      step(
        'Buka "RT saya", lalu tekan Usulkan warga. Pilih tetangga dari daftar atau tulis namanya; NIK boleh kosong.',
        'Open "My RT" and press Propose a resident. Choose the neighbour from the list or write the name; the NIK may be left empty.',
      ),
      step(
        'Tulis alasan dan cara warga setuju. Serahkan lembar dengan nomor tanda terima dan PIN kepada warga.',
        'Write the reason and how the resident agreed. Hand over the slip with receipt number and PIN.',
      ),
      step(
        'Jawab pertanyaan "benar tinggal di RT ini?" bila ada. Tahap usulan Anda tampil di halaman yang sama.',
        'Answer "does she live in this RT?" when asked. The stage of your proposals stands on the same page.',
      ),
    ],
  },
  {
    role: step('Operator desa/kelurahan', 'Desa/kelurahan operator'),
    steps: [
      step(
        '"Bulan ini" menunjukkan empat tumpukan: periksa, verval, musyawarah, ketik SIKS-NG, dengan tanggal batasnya.',
        '"This month" shows four piles: check, field check, deliberation, key into SIKS-NG, with their dates.',
      ),
      step(
        'Di "Usulan": J/K berpindah, Enter membuka, A menerima, U meminta kelengkapan. Cari dulu orangnya; tautkan atau daftarkan.',
        'In "Proposals": J/K move, Enter opens, A accepts, U asks. Search the person first; link or register.',
      ),
      step(
        'Isi verval menurut formulir yang dipakai dinas; isian dapat disimpan dulu dan dikirim nanti. "Tidak tahu" dan "menolak" adalah jawaban yang sah dan tidak berarti "tidak".',
        'Fill in the nine questions. "Does not know" and "declines" are valid answers and do not mean "no".',
      ),
      step(
        'Musyawarah: susun agenda, catat hadirin, putuskan baris demi baris, cetak berita acara, unggah pindaian yang ditandatangani.',
        'Deliberation: agenda, attendance, decide row by row, print the minutes, upload the signed scan.',
      ),
      step(
        'Ketik SIKS-NG: salin tiap isian dengan satu tekan, tulis nomor tiketnya, lanjut ke keluarga berikutnya.',
        'Key into SIKS-NG: copy each field with one press, write the ticket number, go on to the next family.',
      ),
    ],
  },
  {
    role: step('Meja surat', 'Letters desk'),
    steps: [
      step(
        'Loket: "Minta surat", cari orangnya, pilih suratnya, tandai dokumen yang aslinya sudah dilihat. Warga mendapat nomor tanda terima dan PIN.',
        'Front office: "Ask for a letter", find the person, choose the letter, mark the papers seen. The citizen gets a number and a PIN.',
      ),
      step(
        'Pemeriksa meneruskan, minta dilengkapi, atau menolak dengan alasan yang dibaca warga. Jalur cepat (reaktivasi PBI, rujukan) selalu di atas.',
        'The back office passes on, asks, or refuses with a reason the citizen reads. The fast lane (PBI, referrals) stands on top.',
      ),
      step(
        'Pejabat menyetujui; surat sejenis yang risikonya rendah boleh beberapa sekaligus. Desa/kelurahan dapat mencetak surat warganya sendiri.',
        'The approver approves; alike ones of low risk at once. The desa or kelurahan may print the letters of its own people.',
      ),
      step(
        'Kode QR membuka halaman yang hanya menyebut nomor, tanggal, nama disamarkan, dan keadaan surat. Surat yang dibatalkan tetap memegang nomornya.',
        'The QR code opens a page with number, date, masked name and standing only. A voided letter keeps its number.',
      ),
    ],
  },
  {
    role: step('Admin Dinas Sosial', 'Agency administrator'),
    steps: [
      step(
        '"Pesan keluar": surel yang tidak terkirim, dengan jawaban servernya; kirim ulang atau batalkan. Di situ juga penerima laporan harian dan jalan WhatsApp/SMS.',
        '"Outgoing messages": mail that did not arrive, with the server’s answer; send again or give up. There too: who gets the daily report, and WhatsApp/SMS.',
      ),
      step(
        '"Templat pesan" dan "Jenis surat": ubah kata-katanya, lihat contohnya. Pesan untuk warga hanya menyebut bahwa ada kabar.',
        '"Words of messages" and "Kinds of letters": change the words, see an example. A message to a citizen only says that there is news.',
      ),
    ],
  },
  {
    role: step('Verifikator Dinas Sosial', 'Agency verifier'),
    steps: [
      step(
        'Meja keputusan: lama → baru → bukti. Setujui ke jalur pusat, daerah, atau keduanya; minta perbaikan; atau tolak dengan alasan. Warga membaca kalimat yang Anda lihat.',
        'Decision desk: old → new → evidence. Approve for the centre, the local track, or both; ask; or refuse with a reason. The citizen reads the sentence you see.',
      ),
      step(
        'Setelah menekan, ada sepuluh detik untuk urung. Sesudah itu keputusan terkirim.',
        'After a press there are ten seconds to undo. Then the decision is sent.',
      ),
      step(
        'Impor: unggah berkas SIKS-NG, periksa judul kolom, tinjau angka, masukkan. Tidak ada yang berubah sebelum Anda menekan Masukkan; seluruh impor dapat dibatalkan.',
        'Import: upload the SIKS-NG file, check the headings, review the numbers, commit. Nothing changes before you press Commit; a whole import can be undone.',
      ),
      step(
        'Perubahan dari pusat: sesudah berkas kedua masuk, lihat per desa siapa baru, hilang, pindah desil, atau bantuannya berhenti. Telusuri yang berhenti satu per satu; tanda exclude dibantah di halaman Tanda exclude.',
        'Changes from the centre: once a second file is in, see by desa who is new, gone, moved in desil or lost aid. Trace those who lost aid one by one; exclude flags are disputed on the page Exclude flags.',
      ),
      step(
        'Pengesahan: susun daftar bulan ini, kirim, catat nomor dan tanggal surat. Pengesahan berarti "ini yang kami kirim", bukan bantuan dan bukan desil.',
        'Ratification: prepare the month’s list, send it, record number and date. It means "this is what we send", not aid and not a desil.',
      ),
    ],
  },
  {
    role: step('Kepala bidang', 'Head of division'),
    steps: [
      step(
        'Program: tulis aturan, kuota, dan nilai bantuan. Simulasi menunjukkan garis batas, sepuluh di atas dan di bawahnya, dan alasan tiap keluarga.',
        'Programme: write rules, quota and amount. The simulation shows the cut line, ten above and below, and each family’s reason.',
      ),
      step(
        'Simulasi: ubah aturan, kuota, atau dana, dan lihat siapa yang masuk dan keluar. Simpan sebagai skenario untuk dibandingkan, dan simpan contoh keluarga yang hasilnya harus tetap.',
        'Simulation: change rules, quotas or money and see who comes in and goes out. Save scenarios to compare, and example families whose verdict must stay.',
      ),
      step(
        'Keluarga yang datanya belum diketahui ditahan tempatnya sampai tanggal tertentu, tidak dianggap gugur.',
        'A family whose data is unknown has its place held until a date; it does not drop out.',
      ),
      step(
        'Siapkan daftar: pagu dipesan pada saat yang sama. Lalu paraf, nomor SK, dan berlaku. Sebelum berlaku tidak ada yang diserahkan.',
        'Prepare the list: pagu is reserved in the same act. Then initials, decree number, in force. Nothing is handed over before that.',
      ),
      step(
        'Kejadian: putuskan serah terima ganda. Barang yang sudah keluar tetap tercatat.',
        'Incidents: rule on double handovers. What left the table stays recorded.',
      ),
    ],
  },
  {
    role: step('Perencana/bendahara', 'Planner/treasurer'),
    steps: [
      step(
        'Anggaran: catat sumber dana dan dokumennya (DPA, SK darurat, naskah hibah). Tanpa dokumen itu sistem menolak dan menyebut dokumen yang kurang.',
        'Budget: record the source of funds and its documents. Without them the system refuses and names what is missing.',
      ),
      step(
        'Empat angka tidak pernah dicampur: pagu, dipesan, cair (SP2D dikurangi STS), diserahterimakan.',
        'Four numbers are never mixed: pagu, reserved, paid (SP2D less STS), handed over.',
      ),
    ],
  },
  {
    role: step('Petugas salur', 'Distribution officer'),
    steps: [
      step(
        'Meja serah terima: ketik atau pindai kode, cocokkan orangnya, tekan Serahkan. Wakil dicatat dengan nama dan hubungannya.',
        'Handover desk: type or scan the code, match the person, press Hand over. A proxy is recorded with name and relation.',
      ),
      step(
        'Bila sudah pernah diserahkan, layar menyebut kapan, di meja mana, dan kepada siapa. Jangan serahkan lagi.',
        'If it was handed over before, the screen says when, at which desk and to whom. Do not hand over again.',
      ),
    ],
  },
  {
    role: step('Semua orang', 'Everybody'),
    steps: [
      step(
        'Ctrl+K melompat ke halaman mana pun; ? menampilkan tombol. Tombol satu huruf dapat dimatikan.',
        'Ctrl+K jumps to any page; ? shows the keys. Single-letter keys can be switched off.',
      ),
      step(
        'NIK dan nomor KK tertutup. Membukanya meminta alasan dan tercatat, begitu juga membuka lembar orang.',
        'NIK and KK are masked. Revealing them asks for a reason and is logged, and so is opening a person’s sheet.',
      ),
      step(
        'Tanpa sinyal, isian tetap di layar dan terkirim sekali saja, walaupun tombol ditekan lagi.',
        'Without a signal the form stays on the screen and is sent only once, however often the button is pressed.',
      ),
    ],
  },
];
