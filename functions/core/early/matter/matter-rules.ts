import type { MatterPolicy } from '../../policy/matter-policy.ts';
import { need } from '../../rules/need.ts';
import type { DurationMs } from '../../time.ts';

/** The compiled rules of matters (同因并案). */
export interface MatterRules {
  readonly membersMax: number;
  readonly pieceMembers: number;
  readonly planMs: DurationMs;
  readonly progressMs: DurationMs;
}

/** Compiles a pack's rules of matters; `scaled` divides a length by the speed of a demonstration. */
export function compileMatter(policy: MatterPolicy, scaled: (ms: DurationMs) => DurationMs): MatterRules {
  const { membersMax, pieceMembers, planWithin, progressEvery, countsAs } = policy;
  need(countsAs, 'early.matter.countsAs');
  return {
    membersMax: need(membersMax, 'early.matter.membersMax'),
    pieceMembers: need(pieceMembers, 'early.matter.pieceMembers'),
    planMs: scaled(need(planWithin, 'early.matter.planWithin')),
    progressMs: scaled(need(progressEvery, 'early.matter.progressEvery')),
  };
}
