import { Field, type ShownFault } from './Fields.tsx';
import { pathOf, type Say } from './frame.ts';

/** A way by which a notice may come; `address` is masked, null when she did not ask for it. */
export type ShownWay = { channel: 'surel' | 'wa' | 'sms'; address: string | null };

const wordsOf = (channel: ShownWay['channel'], say: Say) =>
  ({
    surel: [say('Alamat surel (e-mail)', 'E-mail address'), say('surel', 'e-mail')],
    wa: [say('Nomor WhatsApp', 'WhatsApp number'), 'WhatsApp'],
    sms: [say('Nomor HP untuk SMS', 'Mobile number for SMS'), 'SMS'],
  })[channel] as [label: string, name: string];

type Props = {
  slug: string;
  ways: readonly ShownWay[];
  say: Say;
  faults: readonly ShownFault[];
  typed: string;
};

const Way = ({ slug, way, say, faults, typed }: Props & { way: ShownWay }) => {
  const [label, name] = wordsOf(way.channel, say);
  const field = `alamat_${way.channel}`;
  const isFaulty = faults.some((fault) => fault.field === field);
  return (
    <form method="post" action={pathOf({ slug }, 'status', 'kabar')}>
      <input type="hidden" name="jalan" value={way.channel} />
      {way.address !== null && !isFaulty ? (
        <>
          <p>
            {say('Pemberitahuan dikirim lewat', 'Notices are sent by')} {name}: <strong>{way.address}</strong>
          </p>
          <input type="hidden" name={field} value="" />
          <button type="submit" className="second">
            {say(`Hentikan pemberitahuan ${name}`, `Stop notices by ${name}`)}
          </button>
        </>
      ) : (
        <>
          <Field name={field} label={label} value={isFaulty ? typed : ''} faults={faults} most={200} />
          <button type="submit" className="second">
            {say(`Beri tahu saya lewat ${name}`, `Tell me by ${name}`)}
          </button>
        </>
      )}
    </form>
  );
};

/** Where she wants to hear that there is news. The notice never says what the news is. */
export const NewsWays = (props: Props) => {
  const { say, ways } = props;
  if (ways.length === 0) return null;
  return (
    <section className="screen-only" aria-labelledby="beri-tahu">
      <h2 id="beri-tahu">{say('Beri tahu saya bila ada kabar', 'Tell me when there is news')}</h2>
      <p>
        {say(
          'Boleh dikosongkan. Pesannya hanya menyebut bahwa ada kabar untuk nomor ini; isinya tetap dibaca di halaman ini dengan PIN.',
          'Optional. The notice only says that there is news for this number; the news itself is read here with the PIN.',
        )}
      </p>
      {ways.map((way) => (
        <Way key={way.channel} {...props} way={way} />
      ))}
    </section>
  );
};
