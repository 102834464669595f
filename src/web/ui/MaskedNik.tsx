import { type ClipboardEvent, useEffect, useState } from 'react';
import { formatNik } from '#kernel/nik.ts';
import { ErrorNotice } from './ErrorNotice.tsx';
import { useText } from './language.tsx';

const texts = {
  id: { show: 'Tampilkan (dicatat)', hide: 'Sembunyikan', none: 'belum ada nomor', wait: 'Membuka…' },
  en: { show: 'Show (logged)', hide: 'Hide', none: 'no number yet', wait: 'Opening…' },
};
const SHOWN_MS = 60_000;

type Props = {
  /** As the server gives it, masked: `9901••••••••0003`; null when there is none. */
  masked: string | null | undefined;
  /** Reads the full number, or gives undefined when the reader thought better of it; the server logs who looked. Left out: she may not. */
  reveal?: (() => Promise<string | undefined>) | undefined;
  /** What it is, for those who hear it: `NIK Siti Aminah`. */
  label: string;
};

/** Groups of four on screen, unbroken when copied. */
const copyUnbroken = (event: ClipboardEvent) => {
  const text = window.getSelection()?.toString() ?? '';
  event.clipboardData.setData('text/plain', text.replace(/\s/g, ''));
  event.preventDefault();
};

/** A NIK or KK number: masked until asked for, and hidden again after a minute. */
export const MaskedNik = ({ masked, reveal, label }: Props) => {
  const t = useText(texts);
  const [full, setFull] = useState<string>();
  const [error, setError] = useState<unknown>();
  const [isOpening, setOpening] = useState(false);
  useEffect(() => {
    if (full === undefined) return;
    const timer = setTimeout(() => setFull(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [full]);
  if (!masked) return <span className="muted">{t.none}</span>;
  const open = async () => {
    setOpening(true);
    setError(undefined);
    await reveal?.().then(setFull, setError);
    setOpening(false);
  };
  return (
    <span>
      <span className="number" onCopy={copyUnbroken}>
        {formatNik(full ?? masked)}
      </span>{' '}
      {reveal && (
        <button
          type="button"
          className="link-button screen-only"
          disabled={isOpening}
          onClick={() => (full === undefined ? void open() : setFull(undefined))}
        >
          {isOpening ? t.wait : full === undefined ? t.show : t.hide}
          <span className="spoken"> {label}</span>
        </button>
      )}
      <ErrorNotice error={error} />
    </span>
  );
};
