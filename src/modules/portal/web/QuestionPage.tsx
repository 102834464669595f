import type { ReactNode } from 'react';
import type { QuestionId } from '../domain/answers.ts';
import { Choices, FaultLine, FaultSummary, Field, PlaceSelect, Tick } from './Fields.tsx';
import { type Frame, pathOf, sayIn } from './frame.ts';
import { Layout } from './Layout.tsx';
import { NumberQuestion } from './NumberQuestion.tsx';
import { type Part, type QuestionView, Title, titleOf } from './question-view.tsx';
import { groundChoices, kindChoices, matterChoices, relationChoices } from './question-words.ts';

const Who = ({ view, say }: Part) => (
  <Choices
    name="untuk"
    legend={<Title view={view} say={say} />}
    choices={relationChoices(say)}
    value={view.values['untuk']}
    faults={view.faults}
  />
);

const What = ({ view, say }: Part) => (
  <Choices
    name="perihal"
    legend={<Title view={view} say={say} />}
    choices={kindChoices(say)}
    value={view.values['perihal']}
    faults={view.faults}
  />
);

const Name = ({ view, say }: Part) => (
  <>
    <Title view={view} say={say} />
    <Field
      name="nama"
      label={say('Nama lengkap', 'Full name')}
      hint={say('Seperti di KTP atau KK', 'As on the KTP or KK')}
      value={view.values['nama']}
      faults={view.faults}
      most={120}
      autoComplete={view.isSelf ? 'name' : 'off'}
    />
    <Choices
      name="kelamin"
      legend={say('Jenis kelamin (boleh dilewati)', 'Sex (may be skipped)')}
      value={view.values['kelamin']}
      faults={view.faults}
      choices={[
        { value: 'P', label: say('Perempuan', 'Female') },
        { value: 'L', label: say('Laki-laki', 'Male') },
      ]}
    />
  </>
);

const Birth = ({ view, say }: Part) => (
  <>
    <Title view={view} say={say} />
    <fieldset>
      <legend className="hint">{say('Dengan angka, misalnya 7 8 1954', 'In digits, for example 7 8 1954')}</legend>
      <FaultLine faults={view.faults} name="hari" />
      <FaultLine faults={view.faults} name="tahun" />
      <div className="date">
        <Field
          name="hari"
          isInGroup
          kind="digits"
          className="two"
          label={say('Tanggal', 'Day')}
          value={view.values['hari']}
          faults={view.faults}
          most={2}
        />
        <Field
          name="bulan"
          isInGroup
          kind="digits"
          className="two"
          label={say('Bulan', 'Month')}
          value={view.values['bulan']}
          faults={view.faults}
          most={2}
        />
        <Field
          name="tahun"
          isInGroup
          kind="digits"
          className="four"
          label={say('Tahun', 'Year')}
          value={view.values['tahun']}
          faults={view.faults}
          most={4}
        />
      </div>
    </fieldset>
    <Tick
      name="tidak_tahu"
      label={say('Tanggal lahir tidak tahu pasti', 'The birth date is not known for sure')}
      ticked={view.values['tidak_tahu'] === 'ya'}
    />
    {view.isSelf && (
      <Tick
        name="dewasa"
        label={say(
          'Bila tidak tahu pasti: saya sudah berumur 17 tahun atau lebih',
          'If not known for sure: I am 17 or older',
        )}
        ticked={view.values['dewasa'] === 'ya'}
        faults={view.faults}
      />
    )}
  </>
);

const Kecamatan = ({ view, say }: Part) => (
  <>
    <Title view={view} say={say} />
    <PlaceSelect
      name="kecamatan"
      label={say('Kecamatan', 'Kecamatan')}
      empty={say('Pilih kecamatan', 'Choose a kecamatan')}
      places={view.places}
      value={view.values['kecamatan']}
      faults={view.faults}
    />
  </>
);

const Desa = ({ view, say }: Part) => (
  <>
    <Title view={view} say={say} />
    <PlaceSelect
      name="desa"
      label={say('Desa atau kelurahan', 'Desa or kelurahan')}
      empty={say('Pilih desa atau kelurahan', 'Choose a desa or kelurahan')}
      places={view.places}
      value={view.values['desa']}
      faults={view.faults}
    />
  </>
);

const Address = ({ view, say }: Part) => (
  <>
    <Title view={view} say={say} />
    <Field
      name="alamat"
      kind="lines"
      label={say('Alamat atau petunjuk rumah', 'Address or how to find the house')}
      hint={say('Misalnya: Jalan Melati 3, sebelah musala', 'For example: Jalan Melati 3, beside the prayer house')}
      value={view.values['alamat']}
      faults={view.faults}
      most={300}
    />
    {view.places.length > 0 && (
      <PlaceSelect
        name="rt"
        label={say('RT dan RW (boleh dilewati)', 'RT and RW (may be skipped)')}
        empty={say('Tidak tahu', 'Not known')}
        places={view.places}
        value={view.values['rt']}
        faults={view.faults}
      />
    )}
  </>
);

const SameDesa = ({ view, say }: Part) => (
  <>
    <Choices
      name="sedesa"
      legend={<Title view={view} say={say} />}
      value={view.values['sedesa']}
      faults={view.faults}
      choices={[
        { value: 'ya', label: say('Ya', 'Yes') },
        { value: 'tidak', label: say('Tidak', 'No') },
      ]}
    />
    <p>
      {say(
        'Nama Anda dan tanggal sanggahan tidak diberitahukan kepada keluarga itu maupun Ketua RT.',
        'Your name and the day of your objection are not told to the family or the RT head.',
      )}
    </p>
  </>
);

const Ground = ({ view, say }: Part) => (
  <Choices
    name="dasar"
    legend={<Title view={view} say={say} />}
    choices={groundChoices(say)}
    value={view.values['dasar']}
    faults={view.faults}
  />
);

const MatterQuestion = ({ view, say }: Part) => (
  <Choices
    name="tentang"
    legend={<Title view={view} say={say} />}
    choices={matterChoices(say)}
    value={view.values['tentang']}
    faults={view.faults}
  />
);

const Contact = ({ view, say }: Part) => (
  <>
    <Title view={view} say={say} />
    {view.isComplaint && (
      <Tick
        name="tanpa_nama"
        label={say('Saya tidak ingin menyebut nama', 'I do not wish to give my name')}
        ticked={view.values['tanpa_nama'] === 'ya'}
      />
    )}
    {!view.isSelf && (
      <Field
        name="pelapor"
        label={say('Nama Anda', 'Your name')}
        value={view.values['pelapor']}
        faults={view.faults}
        most={120}
        autoComplete="name"
      />
    )}
    <Field
      name="telepon"
      kind="tel"
      label={say('Nomor telepon (boleh dikosongkan)', 'Telephone number (may be left empty)')}
      hint={say('Hanya dipakai petugas bila perlu bertanya', 'Used by officers only if they have a question')}
      value={view.values['telepon']}
      faults={view.faults}
      most={40}
      autoComplete="tel"
    />
  </>
);

const Reason = ({ view, say }: Part) => (
  <>
    <Title view={view} say={say} />
    <Field
      name="alasan"
      kind="lines"
      label={say('Ceritakan dengan kata-kata sendiri', 'Tell it in your own words')}
      hint={say(
        'Satu atau dua kalimat. Jangan tulis NIK, penyakit, atau nama orang lain di sini.',
        'One or two sentences. Do not write NIK, illnesses or other people’s names here.',
      )}
      value={view.values['alasan']}
      faults={view.faults}
      most={1000}
    />
  </>
);

const PARTS: Readonly<Record<QuestionId, (part: Part) => ReactNode>> = {
  untuk: Who,
  perihal: What,
  nama: Name,
  lahir: Birth,
  nomor: NumberQuestion,
  kecamatan: Kecamatan,
  desa: Desa,
  alamat: Address,
  sedesa: SameDesa,
  dasar: Ground,
  tentang: MatterQuestion,
  kontak: Contact,
  alasan: Reason,
};

/** One question, one page. */
export const QuestionPage = ({ frame, slug, view }: { frame: Frame; slug: string; view: QuestionView }) => {
  const say = sayIn(frame.language);
  const Body = PARTS[view.question];
  const title = titleOf(view, say);
  return (
    <Layout
      frame={frame}
      title={view.faults.length > 0 ? `${say('Perlu diperbaiki', 'To mend')}: ${title}` : title}
      back={view.back}
    >
      <FaultSummary faults={view.faults} say={say} />
      <p className="count">
        {say(`Pertanyaan ${view.number} dari ${view.count}`, `Question ${view.number} of ${view.count}`)}
      </p>
      <form method="post" action={pathOf({ slug }, 'usul', view.question)}>
        <input type="hidden" name="kunci" value={view.slip} />
        <Body view={view} say={say} />
        <div className="acts">
          <button type="submit">{say('Lanjut', 'Continue')}</button>
          <button type="submit" name="nanti" value="ya" className="second">
            {say('Simpan, lanjutkan nanti', 'Save and come back later')}
          </button>
        </div>
      </form>
    </Layout>
  );
};
