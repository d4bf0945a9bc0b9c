import type { Violation } from '../../check/facts.ts';

/** What the command says by its exit code. 2 is a wrong call, as everywhere. */
const codes: Readonly<Record<Violation['phase'], number>> = { crash: 3, safety: 4, liveness: 5 };

/** 0: nothing found; 3: a crash, 4: broken safety, 5: broken liveness. */
export const exitCodeOf = (violation: Violation | undefined): number =>
  violation === undefined ? 0 : codes[violation.phase];
