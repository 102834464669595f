import { ageOn, dateOf, type LocalDate } from '#kernel/local-date.ts';
import { readSixteenDigits } from '#kernel/sixteen-digits.ts';
import {
  type Answers,
  ASKED_KINDS,
  PORTAL_RELATIONS,
  type PortalKind,
  type PortalRelation,
  type QuestionId,
} from './answers.ts';
import { GROUND_CODES } from './grounds.ts';
import { MATTER_CODES } from './matters.ts';

/** A fault stands beside its field and in the summary, in both languages. */
export type Fault = { field: string; text: readonly [id: string, en: string] };
export type Form = Readonly<Record<string, string>>;
/** What a posted page says: the answers with it (also with a fault, as far as they can be kept), and what must be mended. */
export type Read = { answers: Answers; faults: Fault[] };

/** What is known besides the form: today at the agency, the places one may choose from. */
export type Known = {
  today: LocalDate;
  kecamatan: ReadonlySet<number>;
  desa: ReadonlySet<number>;
  rt: ReadonlySet<number>;
};

const ADULT_AGE = 17;

const words = (form: Form, field: string): string => (form[field] ?? '').trim().replace(/[^\S\n]+/g, ' ');
const fault = (field: string, id: string, en: string): Fault => ({ field, text: [id, en] });
const isFault = (found: Fault | undefined): found is Fault => found !== undefined;

/** Gives the answers without the named fields, so that a field left empty does not keep an old value. */
const without = <K extends keyof Answers>(
  answers: Answers,
  ...fields: K[]
): Omit<Answers, K> & { passed: QuestionId[] } => {
  const rest = { ...answers };
  for (const field of fields) delete rest[field];
  return rest;
};

const length = (field: string, text: string, most: number): Fault | undefined =>
  text.length > most
    ? fault(
        field,
        `Tulis paling banyak ${most} huruf; yang tertulis ${text.length} huruf.`,
        `Write at most ${most} characters; there are ${text.length} now.`,
      )
    : undefined;

const readRelation = (answers: Answers, form: Form): Read => {
  const relation = PORTAL_RELATIONS.find((value) => value === form['untuk']);
  if (!relation)
    return { answers, faults: [fault('untuk', 'Pilih untuk siapa pengajuan ini.', 'Choose whom this is for.')] };
  return { answers: changeRelation(answers, relation), faults: [] };
};

/** Changing whom it is for asks again who the reporter is and, for oneself, whether she is old enough. */
const changeRelation = (answers: Answers, relation: PortalRelation): Answers => {
  if (answers.relation === undefined || answers.relation === relation) return { ...answers, relation };
  const passed = answers.passed.filter((question) => question !== 'lahir' && question !== 'kontak');
  return { ...answers, relation, passed };
};

const readKind = (answers: Answers, form: Form): Read => {
  const kind: PortalKind | undefined = ASKED_KINDS.find((value) => value === form['perihal']);
  if (!kind) return { answers, faults: [fault('perihal', 'Pilih apa yang diminta.', 'Choose what is asked for.')] };
  return { answers: { ...answers, kind }, faults: [] };
};

const readName = (answers: Answers, form: Form): Read => {
  const name = words(form, 'nama').replace(/\n/g, ' ');
  const sex = form['kelamin'] === 'L' || form['kelamin'] === 'P' ? form['kelamin'] : undefined;
  const faults = [
    /\p{L}/u.test(name)
      ? undefined
      : fault('nama', 'Isi nama seperti di KTP atau KK.', 'Enter the name as on the KTP or KK.'),
    length('nama', name, 120),
  ].filter(isFault);
  return { answers: { ...without(answers, 'sex'), name, ...(sex ? { sex } : {}) }, faults };
};

const GUARDIAN = fault(
  'hari',
  'Anda belum 17 tahun. Pengajuan dibuat oleh orang tua, wali, atau petugas: minta salah satu dari mereka mengisi halaman ini, atau datang ke kantor desa/kelurahan. Jika tidak ada orang dewasa yang mendampingi, petugas di sana akan membantu.',
  'You are not yet 17. A parent, a guardian or an officer makes the request: ask one of them to fill in this page, or come to the desa/kelurahan office. If no adult can be with you, an officer there will help.',
);

const readBirthDate = (form: Form, today: LocalDate): LocalDate | Fault => {
  const [day, month, year] = ['hari', 'bulan', 'tahun'].map((field) => words(form, field));
  if (![day, month, year].every((part) => /^\d{1,4}$/.test(part ?? '')))
    return fault(
      'hari',
      'Isi tanggal, bulan, dan tahun lahir dengan angka, misalnya 7 8 1954; atau centang tidak tahu pasti.',
      'Enter day, month and year of birth in digits, for example 7 8 1954; or tick that it is not known for sure.',
    );
  const date = dateOf(Number(year), Number(month), Number(day));
  if (date === undefined)
    return fault(
      'hari',
      'Tanggal ini tidak ada di kalender: periksa tanggal dan bulannya.',
      'There is no such day in the calendar: check the day and the month.',
    );
  if (date > today || date < '1900-01-01')
    return fault(
      'tahun',
      'Tanggal lahir tidak mungkin: periksa tahunnya (empat angka).',
      'This birth date cannot be: check the year (four digits).',
    );
  return date;
};

const readBirth = (answers: Answers, form: Form, { today }: Known): Read => {
  const rest = without(answers, 'birthOn', 'adult');
  const isSelf = answers.relation === 'diri_sendiri';
  if (form['tidak_tahu'] === 'ya') {
    const adult = form['dewasa'] === 'ya';
    if (isSelf && !adult)
      return {
        answers: rest,
        faults: [
          fault(
            'dewasa',
            'Centang bahwa Anda sudah 17 tahun atau lebih. Jika belum, minta orang tua, wali, atau petugas desa/kelurahan yang mengajukan.',
            'Tick that you are 17 or older. If you are not, ask a parent, a guardian or a desa/kelurahan officer to make the request.',
          ),
        ],
      };
    return { answers: { ...rest, ...(isSelf ? { adult } : {}) }, faults: [] };
  }
  const date = readBirthDate(form, today);
  if (typeof date !== 'string') return { answers: rest, faults: [date] };
  if (isSelf && ageOn(date, today) < ADULT_AGE) return { answers: rest, faults: [GUARDIAN] };
  return { answers: { ...rest, birthOn: date }, faults: [] };
};

/**
 * A number in a form: empty keeps what was kept before (it is never shown back), a tick takes it away. A doubtful number is kept with a
 * fault once; going on without typing again sends it as it is, for an officer to compare with the card.
 */
const readNumber = (form: Form, field: 'nik' | 'kk', label: string, kept: string | undefined) => {
  const typed = words(form, field);
  if (form[`${field}_hapus`] === 'ya') return { value: undefined, fault: undefined };
  if (typed === '') return { value: kept, fault: undefined };
  const read = readSixteenDigits(typed, label);
  if (read.ok) return { value: read.digits, fault: undefined };
  if (read.code === 'kosong') return { value: undefined, fault: undefined };
  const size = typed.replace(/\D/g, '').length;
  return {
    value: typed.slice(0, 40),
    fault: fault(
      field,
      `${label} seharusnya 16 angka; yang diketik berisi ${size} angka. Ketik lagi dari kartunya. Jika kartu tidak ada di tangan, tekan Lanjut saja: petugas akan mencocokkan.`,
      `${label} should have 16 digits; what was typed has ${size}. Type it again from the card. If you do not have the card, just press Continue: an officer will compare.`,
    ),
  };
};

const readNumbers = (answers: Answers, form: Form): Read => {
  const nik = readNumber(form, 'nik', 'NIK', answers.nik);
  const kk = readNumber(form, 'kk', 'Nomor KK', answers.nomorKk);
  return {
    answers: {
      ...without(answers, 'nik', 'nomorKk'),
      ...(nik.value ? { nik: nik.value } : {}),
      ...(kk.value ? { nomorKk: kk.value } : {}),
    },
    faults: [nik.fault, kk.fault].filter(isFault),
  };
};

const readKecamatan = (answers: Answers, form: Form, { kecamatan }: Known): Read => {
  const id = Number(form['kecamatan']);
  if (!kecamatan.has(id))
    return {
      answers,
      faults: [fault('kecamatan', 'Pilih kecamatan tempat tinggalnya.', 'Choose the kecamatan of residence.')],
    };
  if (answers.kecamatanId === id) return { answers, faults: [] };
  const passed = answers.passed.filter((question) => question !== 'desa' && question !== 'alamat');
  return { answers: { ...without(answers, 'desaId', 'rtAreaId'), kecamatanId: id, passed }, faults: [] };
};

const readDesa = (answers: Answers, form: Form, { desa }: Known): Read => {
  const id = Number(form['desa']);
  if (!desa.has(id))
    return { answers, faults: [fault('desa', 'Pilih desa atau kelurahannya.', 'Choose the desa or kelurahan.')] };
  if (answers.desaId === id) return { answers, faults: [] };
  const passed = answers.passed.filter((question) => question !== 'alamat' && question !== 'sedesa');
  return { answers: { ...without(answers, 'rtAreaId'), desaId: id, passed }, faults: [] };
};

const readAddress = (answers: Answers, form: Form, { rt }: Known): Read => {
  const address = words(form, 'alamat');
  const rtAreaId = Number(form['rt']);
  const faults = [
    address.length >= 3
      ? length('alamat', address, 300)
      : fault(
          'alamat',
          'Isi alamat atau petunjuk rumah, supaya petugas dapat menemukannya.',
          'Enter the address or how to find the house, so that an officer can find it.',
        ),
  ].filter(isFault);
  return {
    answers: { ...without(answers, 'rtAreaId'), address, ...(rt.has(rtAreaId) ? { rtAreaId } : {}) },
    faults,
  };
};

const readContact = (answers: Answers, form: Form): Read => {
  if (answers.complains && form['tanpa_nama'] === 'ya')
    return { answers: { ...without(answers, 'reporterName', 'phone'), isNameless: true }, faults: [] };
  const isSelf = answers.relation === 'diri_sendiri';
  const reporterName = words(form, 'pelapor').replace(/\n/g, ' ');
  const phone = words(form, 'telepon');
  const faults = [
    isSelf || /\p{L}/u.test(reporterName) ? undefined : fault('pelapor', 'Isi nama Anda.', 'Enter your own name.'),
    length('pelapor', reporterName, 120),
    phone === '' || /^\+?[\d\s().-]{8,20}$/.test(phone)
      ? undefined
      : fault(
          'telepon',
          'Nomor telepon berisi 8 sampai 15 angka, misalnya 0812 3456 7890; boleh dikosongkan.',
          'A telephone number has 8 to 15 digits, for example 0812 3456 7890; it may be left empty.',
        ),
  ].filter(isFault);
  return {
    answers: {
      ...without(answers, 'reporterName', 'phone', 'isNameless'),
      ...(isSelf ? {} : { reporterName }),
      ...(phone ? { phone: phone.slice(0, 40) } : {}),
    },
    faults,
  };
};

const readSameDesa = (answers: Answers, form: Form): Read => {
  const said = form['sedesa'];
  if (said === 'ya') return { answers: { ...answers, sameDesa: true }, faults: [] };
  const text =
    said === 'tidak'
      ? fault(
          'sedesa',
          'Sanggahan terhadap data keluarga lain hanya dari warga desa/kelurahan yang sama. Dari tempat lain, sampaikan pengaduan dari halaman depan; nama boleh tidak disebut.',
          'Only people of the same desa/kelurahan may object to what is listed of another family. From elsewhere, file a complaint from the first page; you need not give your name.',
        )
      : fault('sedesa', 'Pilih salah satu jawaban.', 'Choose one of the answers.');
  return { answers: without(answers, 'sameDesa'), faults: [text] };
};

const readGround = (answers: Answers, form: Form): Read => {
  const ground = GROUND_CODES.find((value) => value === form['dasar']);
  if (!ground)
    return { answers, faults: [fault('dasar', 'Pilih apa yang tidak sesuai.', 'Choose what does not fit.')] };
  return { answers: { ...answers, ground }, faults: [] };
};

const readMatter = (answers: Answers, form: Form): Read => {
  const matter = MATTER_CODES.find((code) => code === form['tentang']);
  if (!matter)
    return { answers, faults: [fault('tentang', 'Pilih tentang apa pengaduan ini.', 'Choose what it is about.')] };
  return { answers: { ...answers, matter }, faults: [] };
};

const readReason = (answers: Answers, form: Form): Read => {
  const reason = (form['alasan'] ?? '').trim();
  const faults = [
    reason.length >= 10
      ? length('alasan', reason, 1000)
      : fault(
          'alasan',
          'Ceritakan keadaannya dengan satu atau dua kalimat.',
          'Tell how things are in one or two sentences.',
        ),
  ].filter(isFault);
  return { answers: { ...answers, reason }, faults };
};

const READERS: Readonly<Record<QuestionId, (answers: Answers, form: Form, known: Known) => Read>> = {
  untuk: readRelation,
  perihal: readKind,
  nama: readName,
  lahir: readBirth,
  nomor: readNumbers,
  kecamatan: readKecamatan,
  desa: readDesa,
  alamat: readAddress,
  sedesa: readSameDesa,
  dasar: readGround,
  tentang: readMatter,
  kontak: readContact,
  alasan: readReason,
};

/** Reads the posted page of a question. Without faults the question counts as passed; with faults what can be kept is kept. */
export const readAnswer = (question: QuestionId, answers: Answers, form: Form, known: Known): Read => {
  const read = READERS[question](answers, form, known);
  const passed = read.answers.passed.filter((done) => done !== question);
  return { ...read, answers: { ...read.answers, passed: read.faults.length > 0 ? passed : [...passed, question] } };
};
