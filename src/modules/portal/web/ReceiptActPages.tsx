import { formatReceiptCode } from '#kernel/receipt-code.ts';
import { Choices, FaultSummary, Field, type ShownFault } from './Fields.tsx';
import { type Frame, pathOf, sayIn } from './frame.ts';
import { Layout } from './Layout.tsx';

type Withdraw = { frame: Frame; slug: string; number: string; version: number; faults: readonly ShownFault[] };

/** Asks once before a request is withdrawn, and says what it means. */
export const WithdrawPage = ({ frame, slug, number, version, faults }: Withdraw) => {
  const say = sayIn(frame.language);
  return (
    <Layout frame={frame} title={say('Tarik pengajuan', 'Withdraw the request')} back={pathOf({ slug }, 'status')}>
      <FaultSummary faults={faults} say={say} />
      <h1>{say('Tarik pengajuan ini?', 'Withdraw this request?')}</h1>
      <p>
        {say(
          `Pengajuan ${formatReceiptCode(number)} tidak diproses lagi. Bantuan yang sedang berjalan tidak berubah. Pengajuan baru selalu dapat dibuat.`,
          `Request ${formatReceiptCode(number)} goes no further. Aid that runs does not change. A new request can always be made.`,
        )}
      </p>
      <form method="post" action={pathOf({ slug }, 'status', 'tarik')}>
        <input type="hidden" name="versi" value={version} />
        <Choices
          name="alasan"
          legend={say('Mengapa ditarik?', 'Why withdraw it?')}
          faults={faults}
          choices={[
            { value: 'permintaan_warga', label: say('Tidak diperlukan lagi', 'No longer needed') },
            { value: 'salah_usul', label: say('Salah mengajukan', 'Made by mistake') },
            { value: 'ganda', label: say('Sudah ada pengajuan yang sama', 'There is a request like it') },
          ]}
        />
        <button type="submit" className="second">
          {say('Tarik pengajuan', 'Withdraw')}
        </button>
      </form>
      <p>
        <a href={pathOf({ slug }, 'status')}>{say('Jangan ditarik', 'Keep it')}</a>
      </p>
    </Layout>
  );
};

type Objection = {
  frame: Frame;
  slug: string;
  programme: string | null;
  until: string;
  slip: string;
  typed: string;
  faults: readonly ShownFault[];
};

/** An objection: one field; everything else is known already. */
export const ObjectionPage = ({ frame, slug, programme, until, slip, typed, faults }: Objection) => {
  const say = sayIn(frame.language);
  return (
    <Layout frame={frame} title={say('Sampaikan keberatan', 'Object')} back={pathOf({ slug }, 'status')}>
      <FaultSummary faults={faults} say={say} />
      <h1>
        {programme
          ? say(`Keberatan atas hasil ${programme}`, `Objection to the outcome of ${programme}`)
          : say('Keberatan atas keputusan', 'Objection to the decision')}
      </h1>
      <p>
        {say(
          `Paling lambat ${until}. Keberatan mendapat nomor tanda terima sendiri.`,
          `By ${until}. An objection gets a receipt number of its own.`,
        )}
      </p>
      <form method="post" action={pathOf({ slug }, 'status', 'keberatan')}>
        <input type="hidden" name="kunci" value={slip} />
        {programme && <input type="hidden" name="program" value={programme} />}
        <Field
          name="keberatan"
          kind="lines"
          label={say('Apa yang keliru menurut Anda?', 'What is wrong, in your view?')}
          hint={say(
            'Satu atau dua kalimat. Bukti dibawa ke kantor desa/kelurahan.',
            'One or two sentences. Bring evidence to the desa/kelurahan office.',
          )}
          value={typed}
          faults={faults}
          most={800}
        />
        <button type="submit">{say('Kirim keberatan', 'Send the objection')}</button>
      </form>
    </Layout>
  );
};
