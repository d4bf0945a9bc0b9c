import type { RepeatPolicy } from '../../policy/repeat-policy.ts';
import { need } from '../../rules/need.ts';
import type { DurationMs } from '../../time.ts';

/** The compiled rules of repeats (重复诉求). */
export interface RepeatRules {
  readonly withinMs: DurationMs;
  readonly distanceMaxM: number;
  readonly lookedAtMax: number;
  readonly offeredMax: number;
}

/** Compiles a pack's rules of repeats; `scaled` divides a length by the speed of a demonstration. */
export function compileRepeat(policy: RepeatPolicy, scaled: (ms: DurationMs) => DurationMs): RepeatRules {
  const { within, distanceMaxM, lookedAtMax, offeredMax } = policy;
  return {
    withinMs: scaled(need(within, 'early.repeat.within')),
    distanceMaxM: need(distanceMaxM, 'early.repeat.distanceMaxM'),
    lookedAtMax: need(lookedAtMax, 'early.repeat.lookedAtMax'),
    offeredMax: need(offeredMax, 'early.repeat.offeredMax'),
  };
}
