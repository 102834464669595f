import type { z } from 'zod';

type Issue = z.core.$ZodRawIssue;

const EXPECTED: Record<string, string> = {
  string: 'teks',
  number: 'angka',
  int: 'bilangan bulat',
  boolean: 'ya atau tidak',
  array: 'daftar',
  object: 'isian',
  date: 'tanggal',
};

const wrongType = (issue: Issue & { code: 'invalid_type' }): string =>
  issue.input === undefined || issue.input === null
    ? 'belum diisi'
    : `harus berupa ${EXPECTED[issue.expected] ?? issue.expected}`;

const problemOf = (issue: Issue): string => {
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue);
    case 'too_small':
      return issue.origin === 'string' ? `paling sedikit ${issue.minimum} huruf` : `paling kecil ${issue.minimum}`;
    case 'too_big':
      return issue.origin === 'string' ? `paling banyak ${issue.maximum} huruf` : `paling besar ${issue.maximum}`;
    case 'invalid_value':
      return `harus salah satu dari: ${issue.values.join(', ')}`;
    case 'unrecognized_keys':
      return `berisi yang tidak dikenal: ${issue.keys.join(', ')}`;
    default:
      return 'tidak dapat dibaca';
  }
};

/**
 * What is wrong with one field of a request, for a schema that has no sentence of its own. The field is named as the contract names it.
 * @param issue what the validator found, with its path from the root
 */
export const plainSentence = (issue: Issue): string =>
  `Isian “${issue.path?.join('.') || 'permintaan'}” ${problemOf(issue)}.`;
