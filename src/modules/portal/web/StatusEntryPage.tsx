import { FaultSummary, Field, type ShownFault } from './Fields.tsx';
import { type Frame, pathOf, sayIn } from './frame.ts';
import { Layout } from './Layout.tsx';

type Props = { frame: Frame; slug: string; typed: string; faults: readonly ShownFault[] };

/** Receipt number and PIN; nothing else opens a request, and nothing is said about a pair that does not fit. */
export const StatusEntryPage = ({ frame, slug, typed, faults }: Props) => {
  const say = sayIn(frame.language);
  const title = say('Lihat status pengajuan', 'See the status of a request');
  return (
    <Layout
      frame={frame}
      title={faults.length > 0 ? `${say('Perlu diperbaiki', 'To mend')}: ${title}` : title}
      back={pathOf({ slug })}
    >
      <FaultSummary faults={faults} say={say} />
      <h1>{title}</h1>
      <form method="post" action={pathOf({ slug }, 'status')}>
        <Field
          name="nomor"
          kind="code"
          label={say('Nomor tanda terima', 'Receipt number')}
          hint={say(
            '11 huruf dan angka di kertas tanda terima, misalnya 7KQF-M3XZ-PTC',
            '11 letters and digits on the receipt, for example 7KQF-M3XZ-PTC',
          )}
          value={typed}
          faults={faults}
          most={40}
        />
        <Field
          name="pin"
          kind="pin"
          className="four"
          label="PIN"
          hint={say('6 angka', '6 digits')}
          faults={faults}
          most={12}
        />
        <button type="submit">{say('Lihat status', 'See the status')}</button>
      </form>
      <h2>{say('Nomor atau PIN hilang?', 'Number or PIN lost?')}</h2>
      <p>
        {say(
          'Bawa KTP atau KK ke kantor desa/kelurahan. Petugas menemukan pengajuan dan membuat PIN baru.',
          'Bring your KTP or KK to the desa/kelurahan office. An officer finds the request and makes a new PIN.',
        )}
      </p>
    </Layout>
  );
};
