import { type ParseArgsConfig, parseArgs } from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;
export type Parsed<O extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; options: O; allowPositionals: true }>
>;

/**
 * Reads options and words; `--help` prints the help. A wrong option prints one sentence and the help.
 * @returns the parsed words, or the exit code to end with
 */
export const readArguments = <const O extends Options>(
  argv: string[],
  options: O,
  help: string,
): Parsed<O> | { exit: number } => {
  if (argv.includes('--help') || argv.includes('-h')) {
    process.stdout.write(help);
    return { exit: 0 };
  }
  try {
    return parseArgs({ args: argv, options, allowPositionals: true });
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n\n${help}`);
    return { exit: 2 };
  }
};

/** Progress on one line of stderr, when a person is looking; at most five times a second. */
export const progressLine = (): ((done: number, all: number, what: string) => void) => {
  let last = 0;
  return (done, all, what) => {
    if (!process.stderr.isTTY || Date.now() - last < 200) return;
    last = Date.now();
    process.stderr.write(`\r${done}/${all} ${what}`.padEnd(90));
    if (done >= all) process.stderr.write('\n');
  };
};
