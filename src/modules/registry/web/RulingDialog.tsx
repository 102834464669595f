import { useText } from '#web/ui/language.tsx';
import { useAct } from '#web/ui/queries.ts';
import { ReasonDialog } from '#web/ui/ReasonDialog.tsx';
import type { Sheet } from './words.ts';

const texts = {
  id: {
    title: 'Putuskan nomor',
    holder: 'Orang ini pemegang yang sah (yang lain menjadi salah)',
    wrong: 'Nomor ini salah',
    unused: 'Nomor ini tidak dipakai lagi',
    confirm: 'Simpan keputusan',
  },
  en: {
    title: 'Decide the number',
    holder: 'This person holds it rightfully (the other entry becomes wrong)',
    wrong: 'This number is wrong',
    unused: 'This number is no longer used',
    confirm: 'Save the decision',
  },
};

/** Decides a doubtful number. Nothing is deleted: the entry keeps its history. */
export const RulingDialog = ({ sheet, numberId, onClose }: { sheet: Sheet; numberId: string; onClose: () => void }) => {
  const t = useText(texts);
  const number = sheet.numbers.find(({ id }) => id === numberId);
  const rule = useAct('POST /api/person/:id/number-ruling', {
    stale: ['/api/person', '/api/quality'],
    onDone: onClose,
  });
  return (
    <ReasonDialog<'pemegang' | 'salah' | 'nonaktif'>
      title={t.title}
      reasons={[
        ...(number?.state === 'klaim' ? [{ code: 'pemegang' as const, label: t.holder, needsText: true }] : []),
        { code: 'salah', label: t.wrong, needsText: true },
        { code: 'nonaktif', label: t.unused, needsText: true },
      ]}
      confirm={t.confirm}
      isPending={rule.isPending}
      error={rule.error}
      onClose={onClose}
      onConfirm={({ code, text }) =>
        rule.act({ params: { id: sheet.id }, body: { version: sheet.version, numberId, verdict: code, reason: text } })
      }
    />
  );
};
