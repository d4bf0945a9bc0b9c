/** What a test file gets for `fast-check` while the rules are mutated: laws are held in fewer random lives. */
import real from 'fast-check';

export * from 'fast-check';

/** A mutant that breaks a law breaks it in one of the first few lives, or hardly ever. */
const lawRunsMax = 40;

export const assert = <Values>(law: real.IRawProperty<Values>, chosen: real.Parameters<Values> = {}) =>
  real.assert(law, { ...chosen, numRuns: Math.min(chosen.numRuns ?? lawRunsMax, lawRunsMax) });

export default { ...real, assert };
