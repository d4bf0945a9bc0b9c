import type { Calendar } from '../calendar/calendar.ts';
import { catalogueItems } from '../catalogue/catalogue-items.ts';
import type { Catalogue } from '../catalogue/catalogue-schema.ts';
import { checkCatalogue } from '../catalogue/check-catalogue.ts';
import { tierNone } from '../catalogue/tier-none.ts';
import type { DataProblem } from '../directory/data-problem.ts';
import type { Directory } from '../directory/directory-schema.ts';
import type { DutyList } from '../duties/duty-schema.ts';
import { patrolProblems } from '../early/patrol/patrol-rules.ts';
import type { Policy } from '../policy/policy-schema.ts';
import { err, ok, type Result } from '../result.ts';
import { compileScore, scoreProblems } from '../score/compile-score.ts';
import { compileRollout, rolloutProblems } from './compile-rollout.ts';
import { compileDuties } from './duty-table.ts';
import { compileEarly } from './early-rules.ts';
import { compileItems } from './item-table.ts';
import { compileLadder } from './ladder.ts';
import { MissingRule, need } from './need.ts';
import { compilePowers } from './powers.ts';
import type { Rules, Tier } from './rules.ts';
import { compileSharing } from './sharing-rules.ts';
import { compileUnits } from './unit-table.ts';
import { compileWhistleKinds } from './whistle-kinds.ts';

export type RulesSources = {
  readonly hash: string;
  readonly policy: Policy;
  readonly directory: Directory;
  readonly catalogue: Catalogue;
  /** The list that the pack's `duties` names, checked against directory and catalogue. */
  readonly duties?: DutyList | undefined;
  /** Calendars by the key the tiers name, compiled with the same speed. */
  readonly calendars: ReadonlyMap<string, Calendar>;
  /** How many times faster than life durations pass; 1 outside demonstrations. */
  readonly speed?: number;
};

/** Compiles what makes a city into tables. Every problem names its path; a marked null that is needed is one. */
export function compileRules(sources: RulesSources): Result<Rules, readonly DataProblem[]> {
  const problems = [
    ...checkCatalogue(sources.catalogue, sources.directory, Object.keys(sources.policy.tiers)),
    ...crossProblems(sources),
    ...rolloutProblems(sources.policy.rollout, sources.directory),
    ...scoreProblems(sources.policy.score),
    ...patrolProblems(sources.policy.early?.patrol, sources.calendars),
  ];
  if (problems.length > 0) return err(problems);
  try {
    return ok(assemble(sources));
  } catch (cause) {
    if (cause instanceof MissingRule) return err([{ path: cause.path, reason: cause.message }]);
    throw cause;
  }
}

function crossProblems({ policy, directory, catalogue, calendars }: RulesSources): DataProblem[] {
  const problems: DataProblem[] = [];
  for (const [key, tier] of Object.entries(policy.tiers)) {
    if (!calendars.has(tier.calendar)) {
      problems.push({ path: `tiers.${key}.calendar`, reason: `there is no calendar "${tier.calendar}"` });
    }
  }
  if (Object.hasOwn(policy.tiers, tierNone)) {
    problems.push({ path: `tiers.${tierNone}`, reason: 'this key is the built-in tier without a deadline' });
  }
  for (const { item, path } of catalogueItems(catalogue)) {
    if (!Object.hasOwn(policy.dispatch.limits, item.dispatchClass)) {
      problems.push({
        path: `${path}.dispatchClass`,
        reason: `dispatch.limits has no "${item.dispatchClass}"`,
      });
    }
  }
  if (!directory.units.some((unit) => unit.kind === 'city')) {
    problems.push({ path: 'units', reason: 'the directory has no unit of kind city' });
  }
  const urgentTier = policy.intake.urgentTier.value;
  if (urgentTier !== null && urgentTier !== 'item' && !Object.hasOwn(policy.tiers, urgentTier)) {
    problems.push({ path: 'intake.urgentTier', reason: `there is no tier "${urgentTier}"` });
  }
  const { rungs } = policy.escalation;
  if (rungs.value !== null && !rungs.value.some((rung) => 'share' in rung && rung.share === 1)) {
    problems.push({ path: 'escalation.rungs', reason: 'no rung stands at share 1, the deadline' });
  }
  return problems;
}

function assemble(sources: RulesSources): Rules {
  const { hash, policy, directory, catalogue, calendars, speed = 1 } = sources;
  const units = compileUnits(directory);
  const scaled = (ms: number) => Math.ceil(ms / speed);
  const limit = (value: 'none' | number) => (value === 'none' ? Number.POSITIVE_INFINITY : scaled(value));
  const tiers: Tier[] = Object.entries(policy.tiers).map(([key, tier]) => {
    const rule = `tiers.${key}.limit`;
    const limitMs = need(tier.limit, rule);
    // The calendar does the scaling of a clock, so its limit stays in counted time.
    const counted = limitMs === 'none' ? Number.POSITIVE_INFINITY : limitMs;
    return { key, limitMs: counted, calendar: calendars.get(tier.calendar)!, rule };
  });
  tiers.push({
    key: tierNone,
    limitMs: Number.POSITIVE_INFINITY,
    calendar: tiers[0]?.calendar ?? [...calendars.values()][0]!,
    rule: 'tiers.none',
  });
  const tierByKey = new Map(tiers.map((tier, index) => [tier.key, index]));
  const classes = Object.entries(policy.dispatch.limits);
  const dispatchLimitMs = Float64Array.from(classes, ([key, leaf]) =>
    scaled(need(leaf, `dispatch.limits.${key}`)),
  );
  const whistleKinds = compileWhistleKinds(policy.whistleKinds, scaled);
  const items = compileItems(catalogue, units, {
    tiers: tierByKey,
    classes: new Map(classes.map(([key], index) => [key, index])),
  });
  const { intake, dispatch, dispute, handling, escalation, callback, reopen, score } = policy;
  return {
    hash,
    policyId: policy.id,
    validFrom: policy.validFrom,
    speed,
    units,
    items,
    tiers,
    tierByKey,
    dispatchClassKeys: classes.map(([key]) => key),
    dispatchLimitMs,
    defaultDispatchClass: dispatchLimitMs.indexOf(Math.max(...dispatchLimitMs)),
    urgentTier: tierByKey.get(need(intake.urgentTier, 'intake.urgentTier')) ?? -1,
    utcOffsetMs: tiers[0]!.calendar.utcOffsetMs,
    lateMaxMs: scaled(need(intake.lateMax, 'intake.lateMax')),
    elderCheckMs: scaled(need(intake.elderCheck, 'intake.elderCheck')),
    // Words of the code, which V8 compares as pointers: a longer one out of a file it compares letter by letter.
    routing: need(dispatch.routing, 'dispatch.routing') === 'subdistrict' ? 'subdistrict' : 'catalogue',
    dispute: {
      timesMax: need(dispute.timesMax, 'dispute.timesMax'),
      windowMs: scaled(need(dispute.window, 'dispute.window')),
      arbitrationMs: scaled(need(dispute.arbitrationLimit, 'dispute.arbitrationLimit')),
      handlingClock: need(dispute.handlingClock, 'dispute.handlingClock'),
      arbiter: need(dispute.arbiter, 'dispute.arbiter'),
    },
    handling: {
      startsAt: need(handling.startsAt, 'handling.startsAt'),
      signing: need(handling.signing, 'handling.signing'),
      signMs: limit(need(handling.signLimit, 'handling.signLimit')),
      contactMs: limit(need(handling.contactLimit, 'handling.contactLimit')),
      helperShare: need(handling.helperShare, 'handling.helperShare'),
      extensionsMax: need(handling.extension.timesMax, 'handling.extension.timesMax'),
      extensionShareMax: need(handling.extension.shareMax, 'handling.extension.shareMax'),
      suspendedReviewMs: scaled(need(handling.suspendedReview, 'handling.suspendedReview')),
    },
    ladder: compileLadder(escalation)!,
    superviseAfterReopens: need(escalation.superviseAfterReopens, 'escalation.superviseAfterReopens'),
    superviseAfterTransfers: need(escalation.superviseAfterTransfers, 'escalation.superviseAfterTransfers'),
    streetSupervises: need(escalation.streetSupervises, 'escalation.streetSupervises'),
    reviewMs: scaled(need(escalation.reviewEvery, 'escalation.reviewEvery')),
    callback: {
      trigger: need(callback.trigger, 'callback.trigger'),
      delayMs: scaled(need(callback.delay, 'callback.delay')),
      attemptsMax: need(callback.attemptsMax, 'callback.attemptsMax'),
      retryMs: scaled(need(callback.retryAfter, 'callback.retryAfter')),
      windowMs: scaled(need(callback.window, 'callback.window')),
      grades: new Map(Object.entries(need(callback.grades, 'callback.grades'))),
    },
    reopen: {
      timesMax: need(reopen.timesMax, 'reopen.timesMax'),
      limitShare: need(reopen.limitShare, 'reopen.limitShare'),
    },
    whistleKinds,
    whistleByKey: new Map(whistleKinds.map((kind, index) => [kind.key, index])),
    duties: policy.duties && sources.duties && compileDuties(sources.duties, policy.duties, items, units),
    powers: compilePowers(policy.powers),
    sharing: compileSharing(policy.sharing),
    early: compileEarly(policy.early, scaled, calendars),
    rollout: compileRollout(policy.rollout, directory, units, tiers[0]!.calendar.utcOffsetMs),
    score: compileScore(score),
  };
}
