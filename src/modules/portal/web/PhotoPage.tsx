import { Choices, FaultLine, FaultSummary, type ShownFault } from './Fields.tsx';
import { type Frame, pathOf, sayIn } from './frame.ts';
import { Layout } from './Layout.tsx';

type Props = {
  frame: Frame;
  slug: string;
  isObjection: boolean;
  faults: readonly ShownFault[];
  sent: readonly string[];
};

/** Adding a photo to one's own request, without script: what is asked of it stands above, what was doubtful is told after. */
export const PhotoPage = ({ frame, slug, isObjection, faults, sent }: Props) => {
  const say = sayIn(frame.language);
  const house = { value: 'rumah', label: say('Rumah, dari luar', 'The house, from outside') };
  const papers = [
    { value: 'ktp', label: 'KTP' },
    { value: 'kk', label: 'KK' },
    { value: 'listrik', label: say('Rekening atau nomor meter listrik', 'Electricity bill or meter number') },
    { value: 'surat', label: say('Surat', 'Letter') },
  ];
  return (
    <Layout frame={frame} title={say('Tambah foto', 'Add a photo')} back={pathOf({ slug }, 'status')}>
      <FaultSummary faults={faults} say={say} />
      {sent.length > 0 && (
        <div className="note done" role="status">
          {sent.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      )}
      <h1>{say('Tambah foto', 'Add a photo')}</h1>
      <p>
        {isObjection
          ? say(
              'Tidak wajib. Hanya dari jalan atau luar pagar. Jangan memotret orang. Foto ini dan tanggalnya tidak diperlihatkan kepada keluarga itu maupun Ketua RT.',
              'Not required. Only from the street or outside the fence. Photograph nobody. The photo and its day are not shown to the family or the RT head.',
            )
          : say(
              'Tidak wajib. Foto tegak, terang, dan terbaca. Rumah dari luar; jangan memotret anak.',
              'Not required. Upright, bright and readable. The house from outside; never children.',
            )}
      </p>
      <form method="post" action={pathOf({ slug }, 'status', 'foto')} encType="multipart/form-data">
        <Choices
          name="jenis"
          legend={say('Foto apa?', 'A photo of what?')}
          choices={isObjection ? [house] : [house, ...papers]}
          value={isObjection ? 'rumah' : undefined}
          faults={faults}
        />
        <div className="field">
          <label htmlFor="foto">
            {say('Foto (JPG atau PNG, paling besar 12 MB)', 'Photo (JPG or PNG, at most 12 MB)')}
          </label>
          <FaultLine faults={faults} name="foto" />
          <input id="foto" name="foto" type="file" accept="image/jpeg,image/png" />
        </div>
        <p>
          {say(
            'Lokasi, waktu, dan merek HP yang tersimpan di dalam foto dibuang sebelum disimpan.',
            'Place, time and phone that are written into the photo are taken out before it is kept.',
          )}
        </p>
        <button type="submit">{say('Kirim foto', 'Send the photo')}</button>
      </form>
    </Layout>
  );
};
