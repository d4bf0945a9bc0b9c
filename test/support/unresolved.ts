import { Answer } from '../../functions/core/ticket/kinds.ts';

const { no } = Answer;

/** A citizen who was reached and finds nothing done. */
export const unresolved = {
  type: 'recordCallback',
  reached: true,
  responded: no,
  resolved: no,
  satisfied: no,
} as const;
