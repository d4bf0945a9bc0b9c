import { type Checker, standing } from './checker.ts';
import { liveAgain } from './live-again.ts';

/** Whoever did something stood to the ticket as the command asks, and is named as who it was. */
export const rightsHeld: Checker = {
  name: 'rights-held',
  promise: 'a unit acts only where it leads, helps, is summoned, supervises or is parent',
  phase: 'safety',
  atEnd: (facts) =>
    standing(facts).flatMap((record) =>
      liveAgain(record, facts)
        .faults.filter(({ kind }) => kind === 'forbidden')
        .map(({ what }) => `${record.id}: ${what}`),
    ),
};
