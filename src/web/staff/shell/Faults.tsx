import { Button } from '@mantine/core';
import { type ErrorComponentProps, Link } from '@tanstack/react-router';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useText } from '#web/ui/language.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';

const texts = {
  id: {
    missing: 'Halaman ini tidak ada',
    missingWhy: 'Alamatnya mungkin salah ketik, atau halamannya sudah dipindah.',
    home: 'Ke Pagi ini',
    fault: 'Halaman ini tidak dapat ditampilkan',
    faultWhy: 'Muat ulang halaman. Bila terulang, beri tahu admin apa yang sedang Anda buka.',
    reload: 'Muat ulang',
  },
  en: {
    missing: 'There is no such page',
    missingWhy: 'The address may be mistyped, or the page has moved.',
    home: 'To This morning',
    fault: 'This page cannot be shown',
    faultWhy: 'Load the page again. If it happens again, tell the admin what you were opening.',
    reload: 'Load again',
  },
};

export const NotFound = () => {
  const t = useText(texts);
  return (
    <div className="stack">
      <PageTitle>{t.missing}</PageTitle>
      <p>{t.missingWhy}</p>
      <p>
        <Link to="/">{t.home}</Link>
      </p>
    </div>
  );
};

/** A page threw: a reply outside what it expects, or a chunk that an update has replaced. */
export const PageFault = ({ error }: ErrorComponentProps) => {
  const t = useText(texts);
  return (
    <div className="stack">
      <PageTitle>{t.fault}</PageTitle>
      <ErrorNotice error={error} />
      <p>{t.faultWhy}</p>
      <div>
        <Button variant="filled" onClick={() => window.location.reload()}>
          {t.reload}
        </Button>
      </div>
    </div>
  );
};
