import type { ReactNode } from 'react';
import { type Frame, pathOf, sayIn } from './frame.ts';

const OTHER = { id: ['en', 'English'], en: ['id', 'Bahasa Indonesia'] } as const;

const DeskFooter = ({ frame }: { frame: Frame }) => {
  const say = sayIn(frame.language);
  const { agency } = frame;
  return (
    <footer>
      {agency && (
        <section aria-labelledby="kontak-dinas">
          <h2 id="kontak-dinas">{say('Butuh bantuan?', 'Need help?')}</h2>
          <p>
            {say(
              'Datang ke kantor desa/kelurahan tempat tinggal, atau ke ',
              'Come to the desa/kelurahan office where you live, or to ',
            )}
            <strong>{agency.name}</strong>
            {agency.address ? `, ${agency.address}` : ''}.
            {agency.phone ? ` ${say('Telepon', 'Telephone')} ${agency.phone}.` : ''}
          </p>
          <p>
            {agency.hours ??
              say(
                'Buka pada hari dan jam kerja, Senin sampai Jumat; tutup pada hari libur.',
                'Open on working days, Monday to Friday in office hours; closed on holidays.',
              )}
          </p>
          <p>{say('Semua layanan ini tanpa biaya.', 'All these services are free of charge.')}</p>
        </section>
      )}
      <p className="screen-only">
        <a href="/kantor">{say('Masuk untuk petugas', 'Sign-in for officers')}</a>
      </p>
    </footer>
  );
};

type Props = { frame: Frame; title: string; back?: string | undefined; children: ReactNode };

/** The sheet of paper around every page: who speaks, in which language, where to get help. No script, one style. */
export const Layout = ({ frame, title, back, children }: Props) => {
  const say = sayIn(frame.language);
  const [other, otherName] = OTHER[frame.language];
  const owner = frame.agency?.name ?? 'Rukun';
  return (
    <html lang={frame.language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{`${title} – ${owner}`}</title>
        <link rel="icon" href="data:," />
        <style>{frame.css}</style>
      </head>
      <body>
        <a className="skip" href="#isi">
          {say('Langsung ke isi', 'Skip to the content')}
        </a>
        <header>
          <div className="bar">
            <a className="owner" href={frame.agency ? pathOf(frame.agency) : '/'}>
              {owner}
            </a>
            <a className="language screen-only" href={`${frame.here}?bahasa=${other}`} lang={other} hrefLang={other}>
              {otherName}
            </a>
          </div>
          {frame.agency?.isDemo && (
            <p className="demo">
              <strong>DATA CONTOH</strong>{' '}
              {say('Halaman latihan. Jangan isi data asli.', 'A page to practise on. Do not enter real facts.')}
            </p>
          )}
        </header>
        <main id="isi">
          {back && (
            <p className="screen-only">
              <a href={back}>{say('Kembali', 'Back')}</a>
            </p>
          )}
          {children}
        </main>
        <DeskFooter frame={frame} />
      </body>
    </html>
  );
};
