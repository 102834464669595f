import { Button } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '#web/ui/Dialog.tsx';
import { FileDrop } from '#web/ui/FileDrop.tsx';
import { useText } from '#web/ui/language.tsx';
import { useForget } from '#web/ui/queries.ts';

const texts = {
  id: {
    title: 'Susunan petak',
    note: 'Unduh susunan yang sekarang, ubah kolom dan barisnya di Excel supaya mirip peta wilayah, lalu kirim kembali. Berlaku untuk semua program. Desa tanpa petak disusun menurut kecamatannya.',
    template: 'Unduh susunan',
    file: 'Berkas susunan petak',
    hint: 'Excel (.xlsx) atau CSV dengan kolom kode, kolom, dan baris.',
    done: (n: number) => `Tersimpan: ${n} desa/kelurahan punya petak sendiri.`,
    close: 'Tutup',
  },
  en: {
    title: 'Layout of the tiles',
    note: 'Download the layout of now, move columns and rows in Excel until it looks like the map, then send it back. It counts for all programmes. Desa without a spot are laid out by kecamatan.',
    template: 'Download the layout',
    file: 'File of the layout',
    hint: 'Excel (.xlsx) or CSV with the columns kode, kolom and baris.',
    done: (n: number) => `Saved: ${n} desa/kelurahan have a spot of their own.`,
    close: 'Close',
  },
};

/** The agency's own layout of the tile map, down and up as a table. */
export const TileFile = ({ onClose }: { onClose: () => void }) => {
  const t = useText(texts);
  const forget = useForget();
  const [count, setCount] = useState<number>();
  return (
    <Dialog title={t.title} onClose={onClose} width={560}>
      <div className="stack">
        <p className="muted">
          {t.note} <a href="/api/programme-tiles">{t.template}</a>
        </p>
        <FileDrop
          label={t.file}
          hint={t.hint}
          accept={['.xlsx', '.csv']}
          mostBytes={5_000_000}
          urlOf={(file) => `/api/programme-tiles?name=${encodeURIComponent(file.name)}`}
          onDone={(reply) => {
            setCount((reply as { tiles: unknown[] }).tiles.length);
            void forget(['/api/programme']);
          }}
        />
        {count !== undefined && <p role="status">{t.done(count)}</p>}
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button onClick={onClose}>{t.close}</Button>
        </div>
      </div>
    </Dialog>
  );
};
