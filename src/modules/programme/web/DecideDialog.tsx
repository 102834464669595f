import { Button, NativeSelect, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Given } from '#web/ui/contracts.ts';
import { Dialog } from '#web/ui/Dialog.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useText } from '#web/ui/language.tsx';
import { useAct } from '#web/ui/queries.ts';

const texts = {
  id: {
    title: (name: string) => `Keputusan tentang keluarga ini: ${name}`,
    note: 'Bertahan pada setiap hitung ulang sampai dicabut, dan tercantum pada laporan daftar.',
    kind: 'Keputusan',
    kinds: {
      jangan_tahan: 'jangan tahan tempatnya',
      keluarkan: 'keluarkan dari daftar',
      tambahkan: 'tambahkan (perlu orang kedua)',
    },
    code: 'Alasan',
    codes: {
      pindah: 'pindah keluar wilayah',
      meninggal: 'meninggal',
      menolak: 'menolak bantuan',
      mampu: 'keadaan sudah mampu',
      sudah_dibantu: 'sudah dibantu pihak lain',
      darurat: 'keadaan darurat',
      perintah_pengadilan: 'putusan pengadilan',
      lainnya: 'lainnya',
    },
    reason: 'Keterangan, paling sedikit sepuluh huruf',
    save: 'Catat keputusan',
    cancel: 'Jangan dulu',
  },
  en: {
    title: (name: string) => `Decision about this family: ${name}`,
    note: 'It survives every re-run until it is withdrawn, and stands in the report of the list.',
    kind: 'Decision',
    kinds: {
      jangan_tahan: 'do not hold its place',
      keluarkan: 'take it off the list',
      tambahkan: 'add it (needs a second person)',
    },
    code: 'Reason',
    codes: {
      pindah: 'moved away',
      meninggal: 'died',
      menolak: 'refuses aid',
      mampu: 'is better off now',
      sudah_dibantu: 'helped by others',
      darurat: 'emergency',
      perintah_pengadilan: 'court ruling',
      lainnya: 'other',
    },
    reason: 'Explanation, at least ten letters',
    save: 'Record the decision',
    cancel: 'Not now',
  },
};
type Body = Given<'POST /api/programme/:id/decision'>['body'];
const options = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }));

/** Records what an officer decides about a family in a programme, with a coded reason. */
export const DecideDialog = ({
  programme,
  familyId,
  onClose,
}: {
  programme: { id: string; name: string };
  familyId: string;
  onClose: () => void;
}) => {
  const t = useText(texts);
  const [kind, setKind] = useState<Body['kind']>('jangan_tahan');
  const [code, setCode] = useState<Body['code']>('pindah');
  const [reason, setReason] = useState('');
  const decide = useAct('POST /api/programme/:id/decision', { stale: ['/api/programme'], onDone: onClose });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    decide.act({ params: { id: programme.id }, body: { familyId, kind, code, reason } });
  };
  return (
    <Dialog title={t.title(programme.name)} onClose={onClose} width={520}>
      <form className="stack" onSubmit={submit} noValidate>
        <ErrorNotice error={decide.error} />
        <p className="muted">{t.note}</p>
        <NativeSelect
          label={t.kind}
          data={options(t.kinds)}
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value as Body['kind'])}
        />
        <NativeSelect
          label={t.code}
          data={options(t.codes)}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value as Body['code'])}
        />
        <Textarea
          label={t.reason}
          rows={3}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="submit" variant="filled" disabled={decide.isPending}>
            {t.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};
