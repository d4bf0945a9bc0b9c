import type { Checker } from './checker.ts';

/** Every exception in the service is one that the world threw, or one that it has words for; nobody is answered 500. */
export const nothingUnexplained: Checker = {
  name: 'nothing-unexplained',
  promise: 'no exception of the service that no fault explains',
  phase: 'crash',
  atRest: ({ unexplained }) => unexplained,
  atEnd: ({ unexplained }) => unexplained,
};
