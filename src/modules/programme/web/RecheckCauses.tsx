import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import { useText } from '#web/ui/language.tsx';
import { useAct } from '#web/ui/queries.ts';
import { useMay } from '#web/ui/session.tsx';

const texts = {
  id: {
    title: 'Perubahan menurut sebabnya',
    cause: 'Sebab',
    families: 'Keluarga',
    lose: 'Kehilangan tempat',
    follows: 'Bila disiapkan ulang',
    names: 'Keluarganya',
    causes: {
      hilang: 'Semua anggota meninggal, atau catatannya digabung',
      anggota: 'Anggota berkurang (meninggal atau pindah KK)',
      pindah: 'Pindah desa/kelurahan',
      desil: 'Desil berubah',
      usang: 'Data sudah usang, syaratnya belum diketahui lagi',
      rangkap: 'Sudah menerima program lain yang tidak boleh dirangkap',
      tergeser: 'Tidak lagi memenuhi, atau tergeser di bawah garis batas',
    },
    effects: {
      hilang: 'Keluar; tempatnya jatuh ke urutan berikutnya.',
      anggota: 'Dinilai lagi; penerimanya diganti bila ia yang meninggal.',
      pindah: 'Dihitung pada kuota desa/kelurahan yang baru.',
      desil: 'Dinilai dan diurutkan menurut desil yang baru.',
      usang: 'Tempatnya ditahan, atau keluarga ini ditanyai lebih dulu.',
      rangkap: 'Keluar; tempatnya jatuh ke urutan berikutnya.',
      tergeser: 'Keluar, dan membaca alasannya.',
    },
    ask: 'Buka daftar verifikasi',
    more: (n: number) => `dan ${n} lagi`,
    renew: 'Siapkan ulang daftar',
    renewText:
      'Rancangan ini dan rancangan SK-nya dibatalkan dan tersimpan sebagai riwayat; pagunya dilepas lalu dipesan lagi untuk daftar baru. Paraf dan orang kedua diulang. Bila daftar baru tidak dapat disiapkan, rancangan ini tetap seperti sekarang.',
  },
  en: {
    title: 'Changes by cause',
    cause: 'Cause',
    families: 'Families',
    lose: 'Lose their place',
    follows: 'When prepared anew',
    names: 'Who',
    causes: {
      hilang: 'Every member died, or the record was merged',
      anggota: 'Fewer members (died or moved to another card)',
      pindah: 'Moved to another desa/kelurahan',
      desil: 'Another desil',
      usang: 'Facts expired, eligibility is unknown again',
      rangkap: 'Already receives a programme that may not be combined with this one',
      tergeser: 'No longer eligible, or pushed below the cut',
    },
    effects: {
      hilang: 'Goes out; the place falls to the next.',
      anggota: 'Judged again; another payee where the payee died.',
      pindah: 'Counted in the quota of the new desa/kelurahan.',
      desil: 'Judged and ordered by the new desil.',
      usang: 'Its place is held, or the family is asked first.',
      rangkap: 'Goes out; the place falls to the next.',
      tergeser: 'Goes out, and reads why.',
    },
    ask: 'Open the families to verify',
    more: (n: number) => `and ${n} more`,
    renew: 'Prepare the list anew',
    renewText:
      'This draft and its decree are called off and stay as history; its money is freed and reserved again for the new list. Initials and the second person are asked again. If the new list cannot be prepared, this draft stays as it is.',
  },
};
type Recheck = ReplyOf<'GET /api/programme/list/:id/recheck'>;
type Run = ReplyOf<'GET /api/programme/list/:id'>['run'];
const NAMED = 5;

/** What changed since a list was prepared, by cause and with what follows; and the one act that prepares it anew. */
export const RecheckCauses = ({ run, causes }: { run: Run; causes: Recheck['causes'] }) => {
  const t = useText(texts);
  const navigate = useNavigate();
  const mayPrepare = useMay('programme.prepare');
  const [isAsking, setAsking] = useState(false);
  const renew = useAct('POST /api/programme/list/:id/renewal', {
    stale: ['/api/programme', '/api/budget', '/api/home', '/api/sk'],
    onDone: ({ runId }) => {
      setAsking(false);
      void navigate({ to: '/program/daftar/$id', params: { id: runId } });
    },
  });
  const namesOf = ({ first, families }: Recheck['causes'][number]): string => {
    const named = first.slice(0, NAMED).map((one) => one.name);
    return [named.join(', '), families > NAMED ? t.more(families - NAMED) : ''].filter(Boolean).join(' ');
  };
  return (
    <>
      {causes.length > 0 && (
        <DataTable
          caption={t.title}
          rows={causes}
          rowKey={(row) => row.cause}
          csv={{ name: 'perubahan-menurut-sebab' }}
          columns={[
            { key: 'cause', header: t.cause, cell: (row) => t.causes[row.cause], width: 200 },
            { key: 'families', header: t.families, isNumber: true, cell: (row) => row.families },
            { key: 'lose', header: t.lose, isNumber: true, cell: (row) => row.losePlace },
            { key: 'follows', header: t.follows, cell: (row) => t.effects[row.cause], width: 220 },
            { key: 'names', header: t.names, cell: namesOf, width: 200 },
          ]}
        />
      )}
      {causes.some((row) => row.cause === 'usang') && (
        <p>
          <Link to="/program/verifikasi" search={{ program: run.programmeId }}>
            {t.ask}
          </Link>
        </p>
      )}
      {mayPrepare && <Button onClick={() => setAsking(true)}>{t.renew}</Button>}
      {isAsking && (
        <ConfirmDialog
          title={t.renew}
          confirm={t.renew}
          isPending={renew.isPending}
          error={renew.error}
          onClose={() => setAsking(false)}
          onConfirm={() => renew.act({ params: { id: run.id }, body: { version: run.version } })}
        >
          <p>{t.renewText}</p>
        </ConfirmDialog>
      )}
    </>
  );
};
