import type { Checker } from './checker.ts';

/** Code that is too old for the format of a ticket, an undertaking or the watch never writes over it. */
export const formatsKept: Checker = {
  name: 'formats-kept',
  promise: 'old code never strips new fields in the middle of a deployment',
  phase: 'safety',
  atEnd: ({ stripped }) => stripped.map((id) => `${id} was written by newer code and then over it by older`),
};
