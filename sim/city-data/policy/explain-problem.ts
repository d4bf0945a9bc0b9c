import type { DataProblem } from '../../../functions/core/directory/data-problem.ts';
import type { PackChain } from './pack-chain.ts';
import { standsIn } from './stands-in.ts';

/** Says more of a problem in a resolved pack: the file it is written in where that is a base and not the pack itself. */
export const explainProblem = (chain: PackChain, { path, reason }: DataProblem): DataProblem => {
  const standing = standsIn(chain, path);
  if (standing === undefined) return { path, reason };
  const where = standing.pack === chain.id ? '' : ` (in ${standing.pack}.json, which it extends)`;
  return { path, reason: (standing.value === null ? takenAway : reason) + where };
};

const takenAway = 'is taken away (null), but every pack needs it';
