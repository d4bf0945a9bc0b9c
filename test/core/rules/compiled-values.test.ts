import { describe, expect, it } from 'vitest';
import { compileRules, type RulesSources } from '../../../functions/core/rules/compile-rules.ts';
import type { Rules } from '../../../functions/core/rules/rules.ts';
import { dayMs, hourMs, minuteMs } from '../../../functions/core/time.ts';
import { says } from '../../support/overlaid-city.ts';
import { smallCatalogue, smallItem } from '../catalogue/small-catalogue.ts';
import { smallCity, wholePolicy } from './support/small-rules.ts';

const own = {
  intake: { lateMax: says('PT1H'), urgentTier: says('emergency'), elderCheck: says('PT2H') },
  dispatch: { routing: says('catalogue'), limits: { general: says('PT3H'), emergency: says('PT5M') } },
  dispute: {
    timesMax: says(2),
    window: says('PT4H'),
    arbitrationLimit: says('PT5H'),
    handlingClock: says('pauses'),
    arbiter: says('district'),
  },
  handling: {
    startsAt: says('dispatch'),
    signing: says('explicit'),
    signLimit: says('PT1H'),
    contactLimit: says('none'),
    helperShare: says(0.5),
    extension: { timesMax: says(3), shareMax: says(0.25) },
    suspendedReview: says('P30D'),
  },
  callback: {
    trigger: says('atDeadline'),
    delay: says('PT6H'),
    attemptsMax: says(4),
    retryAfter: says('PT7H'),
    window: says('P8D'),
  },
  reopen: { timesMax: says(5), limitShare: says(0.75) },
};
const compile = (changes: object = own, sources: Partial<RulesSources> = {}) =>
  compileRules({ ...smallCity(), policy: wholePolicy(changes), ...sources });

function compiled(sources: Partial<RulesSources> = {}): Rules {
  const rules = compile(own, sources);
  if (!rules.ok) throw new Error(JSON.stringify(rules.error));
  return rules.value;
}

describe('compiled rules', () => {
  it('say what the pack says', () => {
    const rules = compiled();

    expect(rules).toMatchObject({
      hash: 'small',
      policyId: 'own',
      speed: 1,
      utcOffsetMs: 8 * hourMs,
      lateMaxMs: hourMs,
      elderCheckMs: 2 * hourMs,
      routing: 'catalogue',
      dispute: {
        timesMax: 2,
        windowMs: 4 * hourMs,
        arbitrationMs: 5 * hourMs,
        handlingClock: 'pauses',
        arbiter: 'district',
      },
      handling: {
        startsAt: 'dispatch',
        signing: 'explicit',
        signMs: hourMs,
        contactMs: Number.POSITIVE_INFINITY,
        helperShare: 0.5,
        extensionsMax: 3,
        extensionShareMax: 0.25,
        suspendedReviewMs: 30 * dayMs,
      },
      callback: {
        trigger: 'atDeadline',
        delayMs: 6 * hourMs,
        attemptsMax: 4,
        retryMs: 7 * hourMs,
        windowMs: 8 * dayMs,
      },
      reopen: { timesMax: 5, limitShare: 0.75 },
      powers: new Map([['planning', expect.objectContaining({ key: 'planning' })]]),
      sharing: { kinds: new Set(['parking']), points: { samePlace: 3, sameDistrict: 1, capacity: 2 } },
    });
    expect(rules.tiers[rules.urgentTier]!.key).toBe('emergency');
    expect(rules.whistleKinds.find(({ key }) => key === 'enforcement')).toMatchObject({
      outputs: [],
      rule: 'whistleKinds.enforcement.arriveWithin',
    });
  });

  it('keep a tier without a deadline beside those of the pack, and take the slowest class where none is told', () => {
    const { tiers, tierByKey, dispatchClassKeys, dispatchLimitMs, defaultDispatchClass } = compiled();
    const none = tiers[tierByKey.get('none')!]!;

    expect(none).toMatchObject({ key: 'none', limitMs: Number.POSITIVE_INFINITY, rule: 'tiers.none' });
    expect(none.calendar.id).toBe('calendar-days');
    expect(tiers.at(-1)).toBe(none);
    expect(tiers.map(({ rule }) => rule)).toContain('tiers.emergency.limit');
    expect(Object.fromEntries(dispatchClassKeys.map((key, n) => [key, dispatchLimitMs[n]]))).toMatchObject({
      general: 3 * hourMs,
      emergency: 5 * minuteMs,
    });
    expect(dispatchClassKeys[defaultDispatchClass]).toBe('general');
    expect(dispatchClassKeys[compiled().items.dispatchClass[0]!]).toBe('general');
    expect(dispatchClassKeys.indexOf('general')).toBeGreaterThan(0);
  });

  it('divide lengths by the speed of a demonstration, rounded up to a whole millisecond', () => {
    const { dispute, handling, callback, lateMaxMs, dispatchLimitMs, reviewMs } = compiled(smallCity(7_000));

    expect(lateMaxMs).toBe(Math.ceil(hourMs / 7_000));
    expect(dispute).toMatchObject({ windowMs: 2_058, arbitrationMs: 2_572 });
    expect(handling).toMatchObject({ signMs: 515, suspendedReviewMs: 370_286 });
    expect(callback).toMatchObject({ delayMs: 3_086, retryMs: 3_600, windowMs: 98_743 });
    expect([...dispatchLimitMs]).toContain(43);
    expect(Number.isInteger(reviewMs)).toBe(true);
  });
});

describe('a pack that does not fit its city', () => {
  const problemsOf = (changes: object, sources?: Partial<RulesSources>) => {
    const rules = compile(changes, sources);
    return rules.ok ? [] : rules.error.map(({ path, reason }) => `${path}: ${reason}`);
  };

  it('may not define the tier without a deadline', () => {
    const tiers = { none: { limit: says('P1D'), calendar: 'calendar-days' } };

    expect(problemsOf({ tiers })).toEqual(['tiers.none: this key is the built-in tier without a deadline']);
  });

  it('needs a limit for the dispatch class of each item, and a city in the directory', () => {
    const catalogue = smallCatalogue([smallItem({ code: 'a', dispatchClass: 'toString' })]);
    const { directory } = smallCity();
    const units = directory.units.map((unit) => (unit.kind === 'city' ? { ...unit, kind: 'team' } : unit));

    expect(problemsOf({}, { catalogue })).toEqual([
      'groups[0].subgroups[0].items[0].dispatchClass: dispatch.limits has no "toString"',
    ]);
    expect(problemsOf({}, { directory: { ...directory, units } as typeof directory })).toEqual([
      'units: the directory has no unit of kind city',
    ]);
  });

  it('stops at a tier for urgent matters that nobody knows, by that', () => {
    const unknown = { intake: { urgentTier: { value: null, unknown: 'nobody says' } } };

    expect(problemsOf(unknown)).toEqual([expect.stringContaining('intake.urgentTier (nobody says)')]);
  });

  it('may have no tier of its own: there is the one without a deadline', () => {
    const tiers = Object.fromEntries(Object.keys(wholePolicy().tiers).map((key) => [key, null]));
    const catalogue = smallCatalogue([smallItem({ code: 'a', tier: 'none' })]);
    const bare = { tiers, intake: { urgentTier: says('item') } };
    const rules = compile(bare, { catalogue });
    const calendars = new Map();

    expect(rules.ok && rules.value.tiers).toMatchObject([{ key: 'none', calendar: { id: 'calendar-days' } }]);
    expect(() => compile({ ...bare, early: null }, { catalogue, calendars })).toThrow(TypeError);
  });

  it('may give a tier no limit', () => {
    const rules = compile({ tiers: { general: { limit: says('none') } } });

    expect(rules.ok && rules.value.tiers.find(({ key }) => key === 'general')?.limitMs).toBe(Infinity);
  });

  it('may leave urgent matters the tier of their item', () => {
    const rules = compile({ intake: { urgentTier: says('item') } });

    expect(rules.ok && rules.value.urgentTier).toBe(-1);
  });
});
