import { Choices, FaultSummary, Field, type ShownFault } from './Fields.tsx';
import { type Frame, pathOf, sayIn } from './frame.ts';
import { Layout } from './Layout.tsx';

/** The front door: which agency, and what one can do. */
export const FrontPage = ({
  frame,
  agencies,
}: {
  frame: Frame;
  agencies: readonly { slug: string; name: string; isDemo: boolean }[];
}) => {
  const say = sayIn(frame.language);
  return (
    <Layout frame={frame} title={say('Layanan sosial', 'Social services')}>
      <h1>{say('Layanan sosial untuk warga', 'Social services for citizens')}</h1>
      <p>
        {say(
          'Di sini Anda dapat mengajukan diri sendiri, keluarga, atau tetangga kepada Dinas Sosial, dan melihat sampai di mana pengajuan Anda.',
          'Here you can put yourself, your family or a neighbour forward to the social services agency, and see where your request is.',
        )}
      </p>
      <h2>{say('Pilih Dinas Sosial tempat tinggal', 'Choose the agency of your place')}</h2>
      {agencies.length === 0 && (
        <p>
          {say('Belum ada Dinas Sosial yang membuka layanan di sini.', 'No agency has opened its services here yet.')}
        </p>
      )}
      <ul className="doors">
        {agencies.map((agency) => (
          <li key={agency.slug}>
            <a href={pathOf(agency)}>{agency.name}</a>
            {agency.isDemo && <span className="tag">DATA CONTOH</span>}
          </li>
        ))}
      </ul>
    </Layout>
  );
};

/** What one can do at one agency and what one needs for it. */
export const StartPage = ({ frame, slug, hasDraft }: { frame: Frame; slug: string; hasDraft: boolean }) => {
  const say = sayIn(frame.language);
  const agency = { slug };
  return (
    <Layout frame={frame} title={say('Layanan warga', 'Services for citizens')} back="/">
      <h1>{say('Apa yang Anda perlukan?', 'What do you need?')}</h1>
      <section className="card" aria-labelledby="punya">
        <h2 id="punya">{say('Sudah punya nomor tanda terima', 'You have a receipt number')}</h2>
        <p>
          {say(
            'Lihat sampai di mana pengajuan, lengkapi yang diminta, atau tarik pengajuan.',
            'See where the request is, add what was asked for, or withdraw it.',
          )}
        </p>
        <a className="button second" href={pathOf(agency, 'status')}>
          {say('Lihat status pengajuan', 'See the status of a request')}
        </a>
      </section>
      <section aria-labelledby="baru">
        <h2 id="baru">{say('Membuat pengajuan', 'Making a request')}</h2>
        <p>
          {say(
            'Hampir semua keluarga sudah tercatat di data pemerintah. Pengajuan diperlukan bila keadaan berubah, data keliru, atau Anda ingin diusulkan untuk bantuan.',
            'Nearly every family is already in the government’s data. A request is for when things changed, data is wrong, or you wish to be proposed for aid.',
          )}
        </p>
        <h3>{say('Siapkan bila ada', 'Have ready if you can')}</h3>
        <ul>
          <li>
            {say(
              'KTP dan Kartu Keluarga (KK). Tanpa keduanya pun bisa.',
              'KTP and family card (KK). It also works without.',
            )}
          </li>
          <li>{say('Alamat lengkap dengan RT dan RW', 'The full address with RT and RW')}</li>
          <li>
            {say('Kertas dan pena untuk mencatat nomor tanda terima', 'Paper and pen to write down the receipt number')}
          </li>
        </ul>
        <p>
          {say(
            'Ada 10 pertanyaan singkat, sekitar 5 menit. Isian dapat disimpan dan dilanjutkan nanti.',
            'There are 10 short questions, about 5 minutes. You can save and come back.',
          )}
        </p>
        {hasDraft && (
          <p>
            <a className="button" href={pathOf(agency, 'usul', 'lanjut')}>
              {say('Lanjutkan isian di perangkat ini', 'Go on with what is on this device')}
            </a>
          </p>
        )}
        <p>
          <a className={hasDraft ? 'button second' : 'button'} href={pathOf(agency, 'usul')}>
            {say('Mulai pengajuan', 'Start a request')}
          </a>
        </p>
        <p>
          <a href={pathOf(agency, 'lanjut')}>{say('Lanjutkan dengan kode lanjutan', 'Come back with a resume code')}</a>
        </p>
      </section>
      <section aria-labelledby="adu">
        <h2 id="adu">{say('Mengadu', 'Complaining')}</h2>
        <p>
          {say(
            'Tentang bantuan, petugas, atau pungutan. Boleh tanpa nama; jawabannya dibaca dengan nomor tanda terima.',
            'About aid, officers or money asked. A name is not needed; the answer is read with the receipt number.',
          )}
        </p>
        <form method="post" action={pathOf(agency, 'pengaduan')}>
          <button type="submit" className="second">
            {say('Buat pengaduan', 'Make a complaint')}
          </button>
        </form>
      </section>
      <section aria-labelledby="sanggah">
        <h2 id="sanggah">{say('Data keluarga lain tidak sesuai', 'What is listed of another family does not fit')}</h2>
        <p>
          <a href={pathOf(agency, 'sanggah')}>{say('Sampaikan sanggahan', 'Object to it')}</a>
        </p>
      </section>
      <section aria-labelledby="daftar">
        <h2 id="daftar">{say('Mendapat surat dari Dinas Sosial', 'You got a letter from the agency')}</h2>
        <p>
          <a href={pathOf(agency, 'daftar')}>
            {say('Periksa bahwa baris Anda ada dalam daftar', 'Check that your line is in the list')}
          </a>
        </p>
      </section>
    </Layout>
  );
};

/** The first question of all: whether there is a request already. It asks the citizen and looks nothing up. */
export const KnownPage = ({ frame, slug, faults }: { frame: Frame; slug: string; faults: readonly ShownFault[] }) => {
  const say = sayIn(frame.language);
  return (
    <Layout frame={frame} title={say('Sudah ada pengajuan?', 'Is there a request already?')} back={pathOf({ slug })}>
      <FaultSummary faults={faults} say={say} />
      <form method="post" action={pathOf({ slug }, 'usul')}>
        <Choices
          name="sudah"
          legend={<h1>{say('Sudah ada pengajuan untuk orang ini?', 'Is there a request for this person already?')}</h1>}
          faults={faults}
          choices={[
            {
              value: 'ya',
              label: say('Ya, ada nomor tanda terimanya', 'Yes, there is a receipt number'),
              hint: say(
                'Anda akan melihat statusnya; tidak perlu mengajukan lagi.',
                'You will see its status; no need to ask again.',
              ),
            },
            { value: 'belum', label: say('Belum', 'No') },
            { value: 'tidak_tahu', label: say('Tidak tahu', 'I do not know') },
          ]}
        />
        <button type="submit">{say('Lanjut', 'Continue')}</button>
      </form>
    </Layout>
  );
};

/** Coming back with the resume code. */
export const ResumePage = (props: { frame: Frame; slug: string; faults: readonly ShownFault[]; typed: string }) => {
  const say = sayIn(props.frame.language);
  return (
    <Layout frame={props.frame} title={say('Lanjutkan isian', 'Come back to your answers')} back={pathOf(props)}>
      <FaultSummary faults={props.faults} say={say} />
      <h1>{say('Lanjutkan isian', 'Come back to your answers')}</h1>
      <form method="post" action={pathOf(props, 'lanjut')}>
        <Field
          name="kode"
          kind="code"
          label={say('Kode lanjutan', 'Resume code')}
          hint={say('11 huruf dan angka, misalnya 7KQF-M3XZ-PTC', '11 letters and digits, for example 7KQF-M3XZ-PTC')}
          value={props.typed}
          faults={props.faults}
          most={40}
        />
        <button type="submit">{say('Lanjutkan', 'Continue')}</button>
      </form>
    </Layout>
  );
};

/** A page with one message: what is so, and where to go. */
export const MessagePage = (props: {
  frame: Frame;
  title: string;
  lines: readonly string[];
  links: readonly { href: string; text: string }[];
}) => (
  <Layout frame={props.frame} title={props.title}>
    <h1>{props.title}</h1>
    {props.lines.map((line) => (
      <p key={line}>{line}</p>
    ))}
    {props.links.map((link) => (
      <p key={link.href}>
        <a className="button second" href={link.href}>
          {link.text}
        </a>
      </p>
    ))}
  </Layout>
);
