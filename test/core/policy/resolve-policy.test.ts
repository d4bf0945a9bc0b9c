import { describe, expect, it } from 'vitest';
import { parseDuration } from '../../../functions/core/policy/duration.ts';
import { listAssumptions } from '../../../functions/core/policy/list-assumptions.ts';
import { resolvePolicy } from '../../../functions/core/policy/resolve-policy.ts';
import { dayMs, hourMs, minuteMs, secondMs } from '../../../functions/core/time.ts';
import { beijing } from '../../support/beijing.ts';

const shipped: Record<string, object> = JSON.parse(beijing('beijing-2023').sources).packs;
const says = <Value>(value: Value) => ({ value, assumption: 'a test says so' });
const resolve = (overlay: object, more: Record<string, object> = {}) =>
  resolvePolicy(
    new Map<string, unknown>(
      Object.entries({
        ...shipped,
        own: { schema: 'citywhistle/policy@1', id: 'own', extends: 'beijing-2023', ...overlay },
        ...more,
      }),
    ),
    'own',
  );

describe('an overlay', () => {
  it('replaces the values it names and keeps every other one of its base and the base of that', () => {
    const own = resolve({ dispute: { timesMax: says(1) } });

    expect(own.ok && own.value.dispute.timesMax.value).toBe(1);
    expect(own.ok && own.value.dispatch.routing.value).toBe('catalogue');
    expect(own.ok && own.value.tiers.general?.limit.value).toBe(7 * dayMs);
  });

  it('replaces a value with all that stood beside it, so that no basis outlives its value', () => {
    const own = resolve({ callback: { trigger: says('atAnswer') } });

    expect(own.ok && own.value.callback.trigger).toEqual(says('atAnswer'));
  });

  it('removes a key with null', () => {
    const own = resolve({ tiers: { complex: null } });

    expect(own.ok && Object.keys(own.value.tiers)).toEqual(['emergency', 'basics', 'general']);
  });

  it('on itself, through others, on nothing, or with a key nobody knows is refused with the path', () => {
    const circle = resolve({ extends: 'b' }, { b: { extends: 'own' } });
    const nowhere = resolve({ extends: 'no-such-pack' });
    const stray = resolve({ dispute: { timesMaximum: says(1) } });

    expect(circle).toMatchObject({ error: [{ path: 'extends', reason: expect.stringContaining('circle') }] });
    expect(nowhere).toMatchObject({
      error: [
        {
          path: 'extends',
          reason: 'there is no policy pack "no-such-pack"; known: beijing-2023, cn-base, own',
        },
      ],
    });
    expect(stray).toMatchObject({ ok: false, error: [{ path: expect.stringContaining('dispute') }] });
  });

  it('must say where each value is from', () => {
    const bare = resolve({ dispute: { timesMax: { value: 1 } } });

    expect(bare).toMatchObject({ ok: false, error: [{ path: expect.stringContaining('dispute.timesMax') }] });
  });
});

describe('a duration', () => {
  it.each([
    ['PT2H', 2 * hourMs],
    ['P1DT12H', 36 * hourMs],
    ['PT1H30M5S', hourMs + 30 * minuteMs + 5 * secondMs],
    ['P15D', 15 * dayMs],
    ['PT0S', 0],
    ['P', undefined],
    ['PT', undefined],
    ['P1DT', undefined],
    ['P1M', undefined],
    ['1D', undefined],
    ['PT1.5H', undefined],
    ['-P1D', undefined],
  ])('%s is %s ms', (text, ms) => {
    expect(parseDuration(text)).toBe(ms);
  });
});

describe('the assumptions of a pack', () => {
  it('are listed with path, value and reason, marked nulls apart', () => {
    const content = {
      a: { b: { value: 3, assumption: 'a guess' } },
      c: [{ value: null, unknown: 'not found' }],
      d: { value: 5, basis: 'a law' },
    };

    expect(listAssumptions(content)).toEqual([
      { path: 'a.b', value: 3, why: 'a guess', missing: false },
      { path: 'c[0]', value: null, why: 'not found', missing: true },
    ]);
  });
});
