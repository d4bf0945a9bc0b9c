import { describe, expect, it } from 'vitest';
import { listAssumptions } from '../../../functions/core/policy/list-assumptions.ts';
import { resolvePolicy } from '../../../functions/core/policy/resolve-policy.ts';
import { dayMs } from '../../../functions/core/time.ts';
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

  it('are not looked for in what is no object, in a text, or in a leaf without a reason', () => {
    const content = {
      a: null,
      b: 'assumption',
      c: 1,
      d: { value: { value: 1, assumption: 'within a leaf' } },
    };

    expect(listAssumptions(content)).toEqual([]);
    expect(listAssumptions(null)).toEqual([]);
    expect(listAssumptions({ value: 1, assumption: 2, unknown: 3 })).toEqual([]);
  });

  it('are listed at any depth of lists and keys, the whole file too', () => {
    const guess = { value: 1, assumption: 'a guess' };

    expect(listAssumptions({ a: [{ b: { c: [guess, guess] } }] }).map(({ path }) => path)).toEqual([
      'a[0].b.c[0]',
      'a[0].b.c[1]',
    ]);
    expect(listAssumptions(guess)).toEqual([{ path: '', value: 1, why: 'a guess', missing: false }]);
  });
});
