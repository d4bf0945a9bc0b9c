import type { Rules } from '../../functions/core/rules/rules.ts';
import { dayMs, hourMs } from '../../functions/core/time.ts';
import { columnByPrefix } from './by-prefix.ts';
import { exponentialLength, type LengthLaw, logNormalLength } from './length-law.ts';
import type { Scenario } from './scenario-schema.ts';

/** The scenario as the hot path reads it: columns by item and tier, laws ready to draw from. */
export interface CityParams {
  /** By tier: staff hours. By item: what multiplies them, logit of being resolved, share of tickets with a whistle. */
  readonly workHours: Float64Array;
  readonly workFactor: Float64Array;
  readonly resolved: Float64Array;
  readonly whistleShare: Float64Array;
  /** By tier: hours in other hands, and what multiplies the time to the first steps. */
  readonly urgency: Float64Array;
  readonly outsideHours: Float64Array;
  /** Limits up to this are those of matters that somebody on call takes up. */
  readonly onCallMs: number;
  readonly work: LengthLaw;
  readonly outside: LengthLaw;
  readonly sign: LengthLaw;
  readonly contact: LengthLaw;
  readonly arbitration: LengthLaw;
  readonly arrival: LengthLaw;
  readonly task: LengthLaw;
  readonly callback: LengthLaw;
  readonly again: LengthLaw;
  readonly disputeShare: number;
  readonly movedShare: number;
  readonly missedShare: number;
  readonly declinedShare: number;
  readonly askedShare: number;
  /** The first rung at which a lead may ask for more time; -1 where the ladder has none. */
  readonly askRung: number;
  readonly grantedShare: number;
  readonly workAgainShare: number;
  readonly phoneShare: number;
  readonly reachable: number;
  readonly responded: number;
  readonly late: number;
  readonly reopened: number;
  readonly helped: number;
  readonly unworked: number;
  readonly satisfiedIfResolved: number;
  /** Logit, with ordinary effort. */
  readonly satisfiedIfUnresolved: number;
  readonly effortSatisfies: number;
  readonly againShare: number;
  /** Index of `requestKinds` for each of the scenario's kinds: the two lists have one order. */
  readonly kinds: readonly string[];
}

export function cityParams({ load, units, citizens }: Scenario, rules: Rules): CityParams {
  const { codes } = rules.items;
  const { work, outside, disputes, whistles, extensions } = units;
  const law = work.law.value === 'exponential' ? exponentialLength : logNormalLaw(work.variation.value);
  return {
    workHours: byTier(work.hours.value, rules),
    workFactor: columnByPrefix(work.itemFactor.value, codes),
    resolved: columnByPrefix(citizens.difficulty.value, codes).map(
      (difficulty) => citizens.resolved.value - difficulty,
    ),
    whistleShare: columnByPrefix(whistles.share.value, codes),
    outsideHours: byTier(outside.hours.value, rules),
    urgency: Float64Array.from(rules.tiers, ({ limitMs }) => Math.min(1, limitMs / dayMs)),
    onCallMs: units.onCallHours.value * hourMs,
    work: law(1),
    outside: logNormalLength({ mean: 1, variation: outside.variation.value }),
    sign: logNormalLength(units.signHours.value),
    contact: logNormalLength(units.contactHours.value),
    arbitration: logNormalLength(disputes.arbitrationHours.value),
    arrival: logNormalLength(whistles.arrival.value),
    task: logNormalLength(whistles.taskHours.value),
    callback: logNormalLength(citizens.callbackHours.value),
    again: logNormalLength(citizens.againHours.value),
    disputeShare: disputes.share.value,
    movedShare: disputes.movedShare.value,
    missedShare: whistles.missedShare.value,
    declinedShare: whistles.declinedShare.value,
    askedShare: extensions.askedShare.value,
    askRung: rules.ladder.share.findIndex(isTimeToAsk),
    grantedShare: extensions.grantedShare.value,
    workAgainShare: work.againShare.value,
    phoneShare: load.phoneShare.value,
    reachable: citizens.reachable.value,
    responded: citizens.responded.value,
    late: citizens.late.value,
    reopened: citizens.reopened.value,
    helped: citizens.helped.value,
    unworked: citizens.unworked.value,
    satisfiedIfResolved: citizens.satisfiedIfResolved.value,
    satisfiedIfUnresolved: logit(citizens.satisfiedIfUnresolved.value),
    effortSatisfies: citizens.effortSatisfies.value,
    againShare: citizens.againShare.value,
    kinds: Object.keys(load.kinds.value),
  };
}

const byTier = (table: Readonly<Record<string, number>>, { tiers }: Rules): Float64Array =>
  Float64Array.from(tiers, ({ key }) => table[key] ?? table['*']!);

const logNormalLaw = (variation: number) => (mean: number) => logNormalLength({ mean, variation });

const logit = (p: number): number => Math.log(p / (1 - p));

/** With four fifths of the time gone, and not all of it, a lead may ask for more. */
export const isTimeToAsk = (passed: number): boolean => passed >= 0.75 && passed < 1;

/** The probability with this logit. */
export const expit = (x: number): number => 1 / (1 + Math.exp(-x));
