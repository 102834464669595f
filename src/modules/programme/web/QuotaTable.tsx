import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { AreaPicker } from '#web/ui/AreaPicker.tsx';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { Dialog } from '#web/ui/Dialog.tsx';
import { useText } from '#web/ui/language.tsx';
import type { TermsDraft } from './new-terms.ts';
import { QuotaFile } from './QuotaFile.tsx';
import { readPastedQuota } from './read-quota.ts';
import styles from './TermsEditor.module.css';

const texts = {
  id: {
    none: 'Tanpa kuota: seluruh wilayah bersaing dalam satu urutan.',
    add: 'Tambah kuota desa atau kecamatan',
    remove: (label: string) => `Hapus kuota ${label}`,
    removeShort: 'Hapus',
    quota: (label: string) => `Kuota ${label}`,
    total: (n: number) => `Jumlah kuota: ${n}`,
    file: 'Dari berkas Excel',
    paste: 'Tempel dari Excel',
    pasteNote: 'Dua kolom: kode atau nama wilayah, lalu kuota. Salin dari Excel, tempel di sini.',
    pasteField: 'Isi tabel',
    use: 'Pakai kuota ini',
    read: (n: number, bad: number) => `${n} wilayah terbaca${bad > 0 ? `, ${bad} baris tidak dikenal` : ''}.`,
    cancel: 'Jangan dulu',
  },
  en: {
    none: 'No quota: the whole area competes in one order.',
    add: 'Add a quota for a desa or kecamatan',
    remove: (label: string) => `Remove the quota of ${label}`,
    removeShort: 'Remove',
    quota: (label: string) => `Quota of ${label}`,
    total: (n: number) => `Sum of quotas: ${n}`,
    file: 'From an Excel file',
    paste: 'Paste from Excel',
    pasteNote: 'Two columns: code or name of the area, then the quota. Copy from Excel, paste here.',
    pasteField: 'The table',
    use: 'Use these quotas',
    read: (n: number, bad: number) => `${n} areas read${bad > 0 ? `, ${bad} rows not known` : ''}.`,
    cancel: 'Not now',
  },
};
type Area = ReplyOf<'GET /api/programme/:id'>['areas'][number];
type Quota = TermsDraft['quota'];

const PasteDialog = ({
  areas,
  onUse,
  onClose,
}: {
  areas: readonly Area[];
  onUse: (quota: Quota) => void;
  onClose: () => void;
}) => {
  const t = useText(texts);
  const [text, setText] = useState('');
  const { quota, unknown } = readPastedQuota(text, areas);
  return (
    <Dialog title={t.paste} onClose={onClose} width={560}>
      <div className="stack">
        <p className="muted">{t.pasteNote}</p>
        <Textarea label={t.pasteField} rows={8} value={text} onChange={(event) => setText(event.currentTarget.value)} />
        {text.trim() !== '' && <p aria-live="polite">{t.read(quota.length, unknown.length)}</p>}
        {unknown.slice(0, 5).map((line) => (
          <p key={line} className={styles.problem}>
            {line}
          </p>
        ))}
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button variant="filled" disabled={quota.length === 0} onClick={() => onUse(quota)}>
            {t.use}
          </Button>
        </div>
      </div>
    </Dialog>
  );
};

/** Quotas per desa or kecamatan; those of a kecamatan contain those of its desa. */
export const QuotaTable = ({
  programmeId,
  quota,
  areas,
  onChange,
}: {
  programmeId: string;
  quota: Quota;
  areas: readonly Area[];
  onChange: (quota: Quota) => void;
}) => {
  const t = useText(texts);
  const [isPasting, setPasting] = useState(false);
  const [isSending, setSending] = useState(false);
  const labelOf = (id: number) =>
    areas
      .find((area) => area.id === id)
      ?.label.split(', ')
      .slice(0, 2)
      .join(', ') ?? String(id);
  const set = (areaId: number, places: number) =>
    onChange(quota.map((q) => (q.areaId === areaId ? { areaId, quota: places } : q)));
  return (
    <div className="stack">
      {quota.length === 0 ? (
        <p className="muted">{t.none}</p>
      ) : (
        <>
          <div className={styles.quota}>
            {quota.map((q) => (
              <QuotaLine
                key={q.areaId}
                label={labelOf(q.areaId)}
                quota={q.quota}
                onSet={(n) => set(q.areaId, n)}
                onRemove={() => onChange(quota.filter((one) => one.areaId !== q.areaId))}
              />
            ))}
          </div>
          <p>{t.total(quota.reduce((sum, q) => sum + q.quota, 0))}</p>
        </>
      )}
      <AreaPicker
        label={t.add}
        value={null}
        onChange={(area) => {
          if (area && !quota.some((q) => q.areaId === area.id)) onChange([...quota, { areaId: area.id, quota: 1 }]);
        }}
      />
      <div className="row">
        <Button onClick={() => setSending(true)}>{t.file}</Button>
        <Button onClick={() => setPasting(true)}>{t.paste}</Button>
      </div>
      {isSending && (
        <QuotaFile
          programmeId={programmeId}
          onClose={() => setSending(false)}
          onUse={(next) => {
            onChange(next);
            setSending(false);
          }}
        />
      )}
      {isPasting && (
        <PasteDialog
          areas={areas}
          onClose={() => setPasting(false)}
          onUse={(next) => {
            onChange(next);
            setPasting(false);
          }}
        />
      )}
    </div>
  );
};

const QuotaLine = ({
  label,
  quota,
  onSet,
  onRemove,
}: {
  label: string;
  quota: number;
  onSet: (n: number) => void;
  onRemove: () => void;
}) => {
  const t = useText(texts);
  return (
    <>
      <span>{label}</span>
      <TextInput
        aria-label={t.quota(label)}
        inputMode="numeric"
        value={String(quota)}
        onChange={(event) => onSet(Number(event.currentTarget.value.replace(/\D/g, '').slice(0, 6)))}
      />
      <Button onClick={onRemove} aria-label={t.remove(label)}>
        {t.removeShort}
      </Button>
    </>
  );
};
