import type { ReadAccount } from './read-requests.ts';

/** What was read of a file, in a line each: a planner must know what a fit leaves out. */
export const accountLines = (file: string, account: ReadAccount): string[] => {
  const { rows, rejected, encoding, examples, absent } = account;
  const more = rejected - examples.length;
  return [
    `${file}: ${rows} requests read as ${encoding}, ${rejected} left out`,
    ...examples.map((example) => `  left out: ${example}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
    ...(absent.length > 0 ? [`  not in this file: ${absent.join('; ')}`] : []),
  ];
};
