import { describe, expect, it } from 'vitest';
import { parseDuration } from '../../../functions/core/policy/duration.ts';
import { durationText } from '../../../sim/experiment/parameters/duration-text.ts';
import { movedValue } from '../../../sim/experiment/parameters/move-value.ts';
import { numericAssumptions } from '../../../sim/experiment/parameters/numeric-assumptions.ts';
import { valueAt, withValue } from '../../../sim/experiment/parameters/value-path.ts';
import { varyOption } from '../../../sim/experiment/parameters/vary-option.ts';

const pack = {
  tiers: { general: { limit: { value: 'P7D', basis: 'law' }, calendar: 'calendar-days' } },
  reopen: { timesMax: { value: 2, assumption: 'a guess' }, delay: { value: 'PT0S', assumption: 'a guess' } },
  rungs: {
    value: [
      { key: 'warn', share: 0.5 },
      { key: 'late', after: 'PT24H' },
    ],
    assumption: 'a guess',
  },
  hours: { value: [1, 2, 3], assumption: 'a guess' },
  law: { value: { mean: 4, variation: 1.2 }, assumption: 'a guess' },
};

describe('a path', () => {
  it('looks through what a value rests on', () => {
    expect(valueAt(pack, 'tiers.general.limit')).toBe('P7D');
    expect(valueAt(pack, 'tiers.general.calendar')).toBe('calendar-days');
    expect(valueAt(pack, 'rungs[1].after')).toBe('PT24H');
    expect(valueAt(pack, 'law.mean')).toBe(4);
    expect(valueAt(pack, 'law.median')).toBeUndefined();
    expect(valueAt(pack, 'tiers.no.limit')).toBeUndefined();
  });

  it('changes a copy and leaves the original and the provenance alone', () => {
    const changed = withValue(pack, 'rungs[0].share', 0.6);

    expect(valueAt(changed, 'rungs[0].share')).toBe(0.6);
    expect(valueAt(pack, 'rungs[0].share')).toBe(0.5);
    expect(withValue(pack, 'tiers.general.limit', 'P8D').tiers.general.limit).toEqual({
      value: 'P8D',
      basis: 'law',
    });
    expect(() => withValue(pack, 'no.such', 1)).toThrow('there is no no.such');
  });
});

describe('the assumptions that are moved', () => {
  it('are the numbers and lengths that nobody published, but no zero and no plain list', () => {
    expect(numericAssumptions(pack)).toEqual([
      'reopen.timesMax',
      'rungs[0].share',
      'rungs[1].after',
      'law.mean',
      'law.variation',
    ]);
  });

  it.each([
    ['PT2H', 1.2, 'PT2H24M'],
    ['P7D', 0.8, 'P5DT14H24M'],
    ['PT1S', 0.8, 'PT1S'],
    [0.5, 1.2, 0.6],
    [3, 0.8, 2.4],
  ])('move: %s by %d is %s', (value, factor, moved) => {
    expect(movedValue(value, factor)).toBe(moved);
  });

  it.each(['P7D', 'PT2H', 'P1DT12H', 'PT90S', 'PT0S'])('%s keeps its length as text', (text) => {
    expect(parseDuration(durationText(parseDuration(text)!))).toBe(parseDuration(text));
  });
});

describe('what is varied', () => {
  it.each([
    ['a.b=1..2/0.5', [1, 1.5, 2]],
    ['a.b=0..0.3/0.1', [0, 0.1, 0.2, 0.3]],
    ['a.b=P1D..P2D/PT12H', ['P1D', 'P1DT12H', 'P2D']],
    ['a.b=city,district', ['city', 'district']],
    ['a.b=true,2', [true, 2]],
  ])('%s', (text, values) => {
    expect(varyOption(text)).toEqual({ ok: true, value: { name: 'a.b', values } });
  });

  it.each(['a.b', 'a.b=', '=1', 'a.b=2..1/1', 'a.b=1..2/0', 'a.b=1..2/P1D', 'a.b=0..1000/1'])(
    'refuses %s',
    (text) => {
      expect(varyOption(text).ok).toBe(false);
    },
  );
});
