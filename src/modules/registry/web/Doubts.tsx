import { Button } from '@mantine/core';
import { Dialog } from '#web/ui/Dialog.tsx';
import { useText } from '#web/ui/language.tsx';

const texts = {
  id: { doubts: 'Tersimpan, dengan catatan:', close: 'Tutup' },
  en: { doubts: 'Saved, with doubts:', close: 'Close' },
};

/** What was saved although it is doubtful, in sentences. */
export const DoubtList = ({ doubts }: { doubts: readonly string[] }) => {
  const t = useText(texts);
  if (doubts.length === 0) return null;
  return (
    <div role="status">
      <p>{t.doubts}</p>
      <ul>
        {doubts.map((doubt) => (
          <li key={doubt}>{doubt}</li>
        ))}
      </ul>
    </div>
  );
};

/** The same as a dialog, after an act that was made in one. */
export const DoubtDialog = ({
  title,
  doubts,
  onClose,
}: {
  title: string;
  doubts: readonly string[];
  onClose: () => void;
}) => {
  const t = useText(texts);
  return (
    <Dialog title={title} onClose={onClose}>
      <div className="stack">
        <DoubtList doubts={doubts} />
        <Button variant="filled" onClick={onClose}>
          {t.close}
        </Button>
      </div>
    </Dialog>
  );
};
