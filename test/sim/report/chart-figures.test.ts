import { expect, it } from 'vitest';
import { arrivedBy } from '../../../sim/report/page/charts/arrival-chart.ts';
import { lateBeyond } from '../../../sim/report/page/charts/tier-charts.ts';
import { movedRows, otherRows, shareRows } from '../../../sim/report/page/forest-rows.ts';
import { differenceText, figureText, shareText } from '../../../sim/report/page/format.ts';
import { readingOf } from '../../../sim/report/page/reading.ts';
import { sampleComparison } from './sample-comparison.ts';
import { sampleRun } from './sample-run.ts';

const one = { mean: 1, halfWidth95: 0 };

it('shows of a tier how many of its tickets were later than each length, over all replications', () => {
  const [tier] = sampleRun().tiers;
  const latenessHours = { edges: [0, 1, 24], counts: [30, 15, 5] };

  const beyond = lateBeyond({ ...tier!, tickets: { mean: 100 }, latenessHours }, 5);

  expect(beyond.map(({ share }) => share)).toEqual([0.1, 0.04, 0.01]);
});

it('counts units that never came among those summoned', () => {
  const [arrival] = sampleRun().arrivals;
  const minutes = { edges: [0, 30, 60], counts: [20, 10, 4] };

  const arrived = arrivedBy({ ...arrival!, summonses: { mean: 20 }, minutes }, 2);

  expect(arrived.map(({ share }) => share)).toEqual([0, 0.5, 0.75]);
});

it('reads a difference as better or worse only where its interval leaves zero out', () => {
  const difference = { mean: 0.02, halfWidth95: 0.01 };

  expect(readingOf({ difference, better: 'higher' })).toBe('better');
  expect(readingOf({ difference, better: 'lower' })).toBe('worse');
  expect(readingOf({ difference })).toBe('neither');
  expect(readingOf({ difference: { mean: 0.02, halfWidth95: 0.03 }, better: 'higher' })).toBe('uncertain');
  expect(readingOf({ difference: { mean: 0.02 }, better: 'higher' })).toBe('uncertain');
});

it('draws rates in percentage points and all else in per cent of A', () => {
  const report = sampleComparison();
  const shares = shareRows(report, 'en');
  const others = otherRows(report, 'en');

  expect(shares[0]!.figure.mean).toBeCloseTo(6.1, 9);
  expect(others.map(({ figure }) => figure.mean)).toEqual([(100 * -12) / 140, 64]);
  expect(movedRows(report, 'en').map(({ reading }) => reading)).toEqual(['neither', 'worse']);
});

it.each([
  [figureText({ mean: 133.26, halfWidth95: 0.79 }, 'hours', 'en'), '133.3 ± 0.8 h'],
  [figureText({ mean: 1_163_648.4, halfWidth95: 16_239.2 }, 'count', 'en'), '1,163,648 ± 16,239'],
  [figureText({ mean: 0.9431, halfWidth95: 0.0042 }, 'share', 'en'), '94.3% ± 0.4'],
  [figureText({ mean: 0.9431 }, 'share', 'zh'), '94.3%'],
  [figureText(one, 'points', 'zh'), '1 分 ± 0'],
  [differenceText({ mean: -0.0321 }, 'share', 'en'), '−3.2 pp'],
  [differenceText({ mean: 0.0044, halfWidth95: 0.0037 }, 'share', 'en'), '+0.44 ± 0.37 pp'],
  [differenceText({ mean: -0.00002, halfWidth95: 0.0002 }, 'share', 'en'), '0.00 ± 0.02 pp'],
  [differenceText({ mean: 0.00002, halfWidth95: 0.0002 }, 'share', 'en'), '0.00 ± 0.02 pp'],
  [differenceText({ mean: 12, halfWidth95: 3.2 }, 'hours', 'zh'), '+12 ± 3 小时'],
  [shareText(undefined, 'en'), '–'],
  [shareText(Number.NaN, 'en'), '–'],
])('writes %s', (written, expected) => {
  expect(written).toBe(expected);
});
