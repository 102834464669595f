import { maskNik } from '#kernel/nik.ts';
import { Field, Tick } from './Fields.tsx';
import { type Part, Title } from './question-view.tsx';

const masked = (kept: string): string => {
  const digits = kept.replace(/\D/g, '');
  return digits.length === 16 ? maskNik(digits) : '•'.repeat(Math.min(digits.length, 20));
};

const NumberField = ({ view, say, name, label }: Part & { name: 'nik' | 'kk'; label: string }) => {
  const kept = view.kept[name];
  return (
    <>
      <Field
        name={name}
        kind="digits"
        label={label}
        hint={say('16 angka', '16 digits')}
        faults={view.faults}
        most={40}
      />
      {kept !== undefined && (
        <>
          <p className="kept">
            {say('Tersimpan:', 'Kept:')} <span className="digits">{masked(kept)}</span>{' '}
            {say(
              'Kosongkan kolom di atas bila tetap memakai yang tersimpan.',
              'Leave the field empty to go on with what is kept.',
            )}
          </p>
          <Tick
            name={`${name}_hapus`}
            label={say(`Hapus ${label} yang tersimpan`, `Remove the kept ${label}`)}
            ticked={false}
          />
        </>
      )}
    </>
  );
};

/** NIK and KK number: both may be left out, and neither is ever shown back. */
export const NumberQuestion = ({ view, say }: Part) => (
  <>
    <Title view={view} say={say} />
    <p>
      {say(
        'Boleh dikosongkan. Dengan NIK, petugas lebih cepat mencocokkan. Halaman ini tidak memberi tahu siapa pun apakah seseorang terdaftar.',
        'May be left empty. With the NIK an officer finds the record sooner. This page tells nobody whether somebody is registered.',
      )}
    </p>
    <NumberField view={view} say={say} name="nik" label="NIK" />
    <NumberField view={view} say={say} name="kk" label={say('Nomor KK', 'KK number')} />
  </>
);
