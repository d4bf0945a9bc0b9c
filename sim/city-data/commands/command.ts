/** Where a command writes: results to `out`, what went wrong to `error`; one call is one line. */
export type Console = { readonly out: (line: string) => void; readonly error: (line: string) => void };

/** 0: done and sound; 1: problems were found in the data; 2: wrong usage, or a file that cannot be read. */
export type ExitCode = 0 | 1 | 2;

/** A command of `npm run city`. `usage` follows the command's name in the help. */
export type Command = {
  readonly usage: string;
  readonly summary: string;
  readonly run: (args: readonly string[], console: Console) => ExitCode;
};
