import type { UnitKind } from '../../directory/unit-kinds.ts';
import type { milestoneTargets, TopicPolicy } from '../../policy/topic-policy.ts';
import { need } from '../../rules/need.ts';
import type { DurationMs } from '../../time.ts';

export type MilestoneTarget = (typeof milestoneTargets)[number];

/** What makes a candidate, and its weight. */
export interface CandidateRules {
  readonly windowMonths: number;
  readonly casesMin: number;
  readonly answeredMin: number;
  readonly weights: {
    readonly frequency: number;
    readonly unresolved: number;
    readonly dissatisfied: number;
  };
  readonly listMax: number;
}

/** A rung of a milestone's ladder, `offsetMs` after its date; before it where negative. */
export interface MilestoneRung {
  readonly key: string;
  readonly offsetMs: DurationMs;
  readonly to: MilestoneTarget;
  /** The rule its entries name. */
  readonly rule: string;
}

/** Everything the topic of the month reads. Lengths are already divided by the speed of a demonstration. */
export interface TopicRules {
  readonly candidates: CandidateRules;
  readonly leads: ReadonlySet<UnitKind>;
  /** In the order they are climbed. */
  readonly rungs: readonly MilestoneRung[];
  readonly extensionsMax: number;
  readonly extensionMaxMs: DurationMs;
  readonly thirdParty: 'required' | 'optional';
  readonly closeNeedsMilestones: boolean;
  readonly tracking: {
    readonly months: number;
    readonly everyMonths: number;
    readonly settleMs: DurationMs;
    readonly reboundAt: number;
  };
}

/**
 * Compiles the pack's section `early.topic`. `scaled` divides a length by the speed of a demonstration. Throws
 * `MissingRule` where a leaf has no value.
 */
export function compileTopic(policy: TopicPolicy, scaled: (ms: DurationMs) => DurationMs): TopicRules {
  const at = 'early.topic';
  const { candidates, milestones, tracking } = policy;
  const { weights } = candidates;
  return {
    candidates: {
      windowMonths: need(candidates.windowMonths, `${at}.candidates.windowMonths`),
      casesMin: need(candidates.casesMin, `${at}.candidates.casesMin`),
      answeredMin: need(candidates.answeredMin, `${at}.candidates.answeredMin`),
      weights: {
        frequency: need(weights.frequency, `${at}.candidates.weights.frequency`),
        unresolved: need(weights.unresolved, `${at}.candidates.weights.unresolved`),
        dissatisfied: need(weights.dissatisfied, `${at}.candidates.weights.dissatisfied`),
      },
      listMax: need(candidates.listMax, `${at}.candidates.listMax`),
    },
    leads: new Set(need(policy.leads, `${at}.leads`)),
    rungs: need(milestones.rungs, `${at}.milestones.rungs`)
      .map(
        (rung): MilestoneRung => ({
          key: rung.key,
          offsetMs: 'before' in rung ? -scaled(rung.before) : scaled(rung.after),
          to: rung.to,
          rule: `${at}.milestones.rungs.${rung.key}`,
        }),
      )
      .sort((a, b) => a.offsetMs - b.offsetMs),
    extensionsMax: need(milestones.extensionsMax, `${at}.milestones.extensionsMax`),
    extensionMaxMs: scaled(need(milestones.extensionMax, `${at}.milestones.extensionMax`)),
    thirdParty: need(policy.thirdParty, `${at}.thirdParty`),
    closeNeedsMilestones: need(policy.closeNeedsMilestones, `${at}.closeNeedsMilestones`),
    tracking: {
      months: need(tracking.months, `${at}.tracking.months`),
      everyMonths: need(tracking.everyMonths, `${at}.tracking.everyMonths`),
      settleMs: scaled(need(tracking.settle, `${at}.tracking.settle`)),
      reboundAt: need(tracking.reboundAt, `${at}.tracking.reboundAt`),
    },
  };
}
