import { createElement, type FunctionComponent } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { CheckPage, CodePage } from './CheckPage.tsx';
import { FamilyQuestionPage } from './FamilyQuestionPage.tsx';
import { LetterPage, OwnLetterPage } from './LetterPages.tsx';
import { ListsPage } from './ListsPage.tsx';
import { ObjectingPage } from './ObjectingPage.tsx';
import { PhotoPage } from './PhotoPage.tsx';
import { QuestionPage } from './QuestionPage.tsx';
import { ObjectionPage, WithdrawPage } from './ReceiptActPages.tsx';
import { ReceiptPage } from './ReceiptPage.tsx';
import { FrontPage, KnownPage, MessagePage, ResumePage, StartPage } from './StartPages.tsx';
import { StatusEntryPage } from './StatusEntryPage.tsx';
import { StatusPage } from './StatusPage.tsx';

const PAGES = {
  front: FrontPage,
  start: StartPage,
  known: KnownPage,
  resume: ResumePage,
  message: MessagePage,
  question: QuestionPage,
  check: CheckPage,
  code: CodePage,
  receipt: ReceiptPage,
  statusEntry: StatusEntryPage,
  status: StatusPage,
  withdraw: WithdrawPage,
  objection: ObjectionPage,
  objecting: ObjectingPage,
  familyQuestion: FamilyQuestionPage,
  letter: LetterPage,
  ownLetter: OwnLetterPage,
  photo: PhotoPage,
  lists: ListsPage,
} as const;

export type PageName = keyof typeof PAGES;
export type PageProps<N extends PageName> = Parameters<(typeof PAGES)[N]>[0];

/** A whole page as text: no script, nothing that must be loaded besides. */
export const renderPage = <N extends PageName>(name: N, props: PageProps<N>): string =>
  `<!doctype html>${renderToStaticMarkup(createElement(PAGES[name] as unknown as FunctionComponent<object>, props))}`;
