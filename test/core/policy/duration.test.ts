import { describe, expect, it } from 'vitest';
import { duration, lasting, parseDuration } from '../../../functions/core/policy/duration.ts';
import { dayMs, hourMs, minuteMs, secondMs } from '../../../functions/core/time.ts';

describe('a duration', () => {
  it.each([
    ['P15D', 15 * dayMs],
    ['PT12H', 12 * hourMs],
    ['PT45M', 45 * minuteMs],
    ['PT90S', 90 * secondMs],
    ['P2DT3H', 2 * dayMs + 3 * hourMs],
    ['P10DT11H12M13S', 10 * dayMs + 11 * hourMs + 12 * minuteMs + 13 * secondMs],
    ['PT0S', 0],
  ])('%s is %i ms', (text, ms) => {
    expect(parseDuration(text)).toBe(ms);
    expect(duration.parse(text)).toBe(ms);
  });

  it.each([
    ...['P', 'PT', 'P1DT', 'P1M', '1D', 'PT1.5H', '-P1D', 'xP1D', 'P1Dx', 'PxD', 'P1', 'PT1'],
    ...['PT1S1M', 'P1D1H', 'PTH', ''],
  ])('“%s” is none, and a file that has it is told so', (text) => {
    const issue = duration.safeParse(text).error?.issues[0];

    expect(parseDuration(text)).toBeUndefined();
    expect(issue?.message).toBe(`"${text}" is not a duration such as PT2H, P7D or P1DT12H`);
    expect(issue?.code).toBe('custom');
  });

  it('of what comes again is longer than nothing', () => {
    expect(lasting.safeParse('PT0S').error?.issues[0]?.message).toBe('must be longer than nothing');
    expect(lasting.parse('PT1S')).toBe(secondMs);
  });

  it('is a century at most', () => {
    const reasonOf = (text: string) => duration.safeParse(text).error?.issues[0]?.message;

    expect(['P36525D', 'PT876600H'].map(reasonOf)).toEqual([undefined, undefined]);
    expect(reasonOf('P36525DT1S')).toBe('"P36525DT1S" is longer than a century');
    expect(reasonOf('P9999999D')).toBe('"P9999999D" is longer than a century');
  });
});
