import { Fragment } from 'react';
import type { Piece } from '../domain/differences.ts';
import styles from './desk.module.css';

type Props = {
  pieces: readonly Piece[];
  /** Sixteen digits, shown in groups of four. */
  isNumber?: boolean;
  isStrong?: boolean;
};

/** One letter per piece, with a gap before every fifth digit. */
const inFours = (pieces: readonly Piece[]): Piece[] => {
  const letters = pieces.flatMap(({ text, differs }) => [...text].map((letter) => ({ text: letter, differs })));
  return letters.flatMap((letter, at) => (at > 0 && at % 4 === 0 ? [{ text: ' ', differs: false }, letter] : [letter]));
};

/** A value of which the differing letters or digits are underlined and shaded: seen without colour too. */
export const Marked = ({ pieces, isNumber = false, isStrong = false }: Props) => {
  const shown = isNumber ? inFours(pieces) : pieces;
  let at = 0;
  const body = shown.map(({ text, differs }) => {
    at += text.length;
    return differs ? (
      <mark key={at} className={styles.differs}>
        {text}
      </mark>
    ) : (
      <Fragment key={at}>{text}</Fragment>
    );
  });
  if (isStrong) return <strong>{body}</strong>;
  return <span className={isNumber ? 'number' : undefined}>{body}</span>;
};
