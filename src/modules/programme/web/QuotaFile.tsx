import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { FileDrop } from '#web/ui/FileDrop.tsx';
import { useText } from '#web/ui/language.tsx';
import type { TermsDraft } from './new-terms.ts';

type Read = ReplyOf<'PUT /api/programme/:id/quota-file'>;

const texts = {
  id: {
    title: 'Kuota dari Excel',
    note: 'Pakai templatnya: kode dan nama semua kecamatan dan desa sudah terisi, tinggal kolom kuota. Baris tanpa kuota dilewati.',
    template: 'Unduh templat',
    file: 'Berkas kuota',
    hint: 'Excel (.xlsx) atau CSV, paling besar 5 MB.',
    read: (n: number, rows: number) => `${n} wilayah berkuota terbaca dari ${rows} baris.`,
    faults: (n: number) => `${n} baris tidak terbaca dan tidak dipakai`,
    row: 'Baris',
    what: 'Yang perlu diperbaiki',
    use: (n: number) => `Pakai ${n} kuota ini`,
    cancel: 'Jangan dulu',
    replaces: 'Kuota yang sekarang diganti seluruhnya. Belum tersimpan sebelum ketentuan disimpan.',
  },
  en: {
    title: 'Quotas from Excel',
    note: 'Use the template: code and name of every kecamatan and desa stand in it, only the quota is left. Rows without one are passed over.',
    template: 'Download the template',
    file: 'File of quotas',
    hint: 'Excel (.xlsx) or CSV of at most 5 MB.',
    read: (n: number, rows: number) => `${n} areas with a quota read from ${rows} rows.`,
    faults: (n: number) => `${n} rows are not understood and not used`,
    row: 'Row',
    what: 'What to mend',
    use: (n: number) => `Use these ${n} quotas`,
    cancel: 'Not now',
    replaces: 'The quotas of now are replaced. Nothing is saved before the terms are.',
  },
};

/** Quotas from a table file: the template, what was read, and each row that was not. */
export const QuotaFile = ({
  programmeId,
  onUse,
  onClose,
}: {
  programmeId: string;
  onUse: (quota: TermsDraft['quota']) => void;
  onClose: () => void;
}) => {
  const t = useText(texts);
  const [read, setRead] = useState<Read>();
  const url = `/api/programme/${programmeId}/quota-file`;
  return (
    <Dialog title={t.title} onClose={onClose} width={640}>
      <div className="stack">
        <p className="muted">
          {t.note} <a href={url}>{t.template}</a>
        </p>
        <FileDrop
          label={t.file}
          hint={t.hint}
          accept={['.xlsx', '.csv']}
          mostBytes={5_000_000}
          urlOf={(file) => `${url}?name=${encodeURIComponent(file.name)}`}
          onDone={(reply) => setRead(reply as Read)}
        />
        {read && (
          <div className="stack" role="status">
            <p>{t.read(read.quota.length, read.rows)}</p>
            {read.faults.length > 0 && (
              <DataTable
                caption={t.faults(read.faults.length)}
                rows={read.faults}
                rowKey={(fault) => `${fault.row} ${fault.message}`}
                isCompact
                csv={{ name: 'kuota-perlu-diperbaiki' }}
                columns={[
                  { key: 'row', header: t.row, isNumber: true, cell: (fault) => fault.row },
                  { key: 'what', header: t.what, cell: (fault) => fault.message, width: 300 },
                ]}
              />
            )}
            <p className="muted">{t.replaces}</p>
          </div>
        )}
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button onClick={onClose}>{t.cancel}</Button>
          {read && (
            <Button variant="filled" disabled={read.quota.length === 0} onClick={() => onUse(read.quota)}>
              {t.use(read.quota.length)}
            </Button>
          )}
        </div>
      </div>
    </Dialog>
  );
};
