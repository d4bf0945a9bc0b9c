/** What `npm run sim -- NAME` does. Returns the exit code: 0 done, 1 failed, 2 wrong call, 130 interrupted. */
export interface Command {
  readonly run: (args: readonly string[]) => Promise<number> | number;
}

/** What a shell reports for a process that Ctrl-C ended. */
export const interruptedCode = 130;
