import { type Frame, pathOf, sayIn } from './frame.ts';
import { Layout } from './Layout.tsx';

/** Before an objection: who may, what happens with it, and who learns what. */
export const ObjectingPage = ({ frame, slug }: { frame: Frame; slug: string }) => {
  const say = sayIn(frame.language);
  return (
    <Layout frame={frame} title={say('Sanggahan', 'Objection')} back={pathOf({ slug })}>
      <h1>{say('Data keluarga lain tidak sesuai?', 'Does another family’s listing not fit?')}</h1>
      <p>
        {say(
          'Warga desa atau kelurahan yang sama dapat menyampaikannya di sini. Kami tidak memberi tahu siapa pun apakah sebuah keluarga tercatat atau menerima bantuan.',
          'People of the same desa or kelurahan can say so here. We tell nobody whether a family is listed or receives aid.',
        )}
      </p>
      <h2>{say('Yang terjadi sesudahnya', 'What happens then')}</h2>
      <ol>
        <li>{say('Petugas memeriksa sanggahan ini.', 'An officer looks at the objection.')}</li>
        <li>
          {say(
            'Keluarga itu ditanya, sebagai pemeriksaan data berkala. Nama Anda, tulisan Anda, dan tanggalnya tidak diberitahukan.',
            'The family is asked, as at a periodic look at its data. Your name, your words and the day are not told.',
          )}
        </li>
        <li>{say('Petugas memeriksa ulang di lapangan.', 'An officer looks again on the spot.')}</li>
        <li>
          {say(
            'Dinas Sosial memutuskan dengan alasan, paling lambat sekitar 14 hari. Kedua pihak menerima surat hasil.',
            'The agency decides with reasons, by about 14 days. Both sides get a letter with the outcome.',
          )}
        </li>
      </ol>
      <h2>{say('Foto', 'Photos')}</h2>
      <p>
        {say(
          'Foto tidak wajib. Jangan memotret orang atau masuk pekarangan. Foto rumah dari jalan dapat ditambahkan di halaman status sesudah sanggahan dikirim.',
          'No photo is needed. Do not photograph people or enter a yard. A photo of the house from the street can be added on the status page after sending.',
        )}
      </p>
      <form method="post" action={pathOf({ slug }, 'sanggah')}>
        <button type="submit">{say('Mulai sanggahan', 'Start')}</button>
      </form>
    </Layout>
  );
};
