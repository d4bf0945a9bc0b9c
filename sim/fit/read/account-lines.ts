import type { ReadAccount } from './read-requests.ts';

/** What was read of a file, in a line each: a planner must know what a fit leaves out. */
export const accountLines = (file: string, account: ReadAccount): string[] => [
  `${file}: ${account.rows} requests read as ${account.encoding}, ${account.rejected} left out`,
  ...account.examples.map((example) => `  left out: ${example}`),
];
