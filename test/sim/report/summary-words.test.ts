import { describe, expect, it } from 'vitest';
import { comparisonWords } from '../../../sim/report/page/words/comparison-words.ts';
import { runWords } from '../../../sim/report/page/words/run-words.ts';
import { sweepWords } from '../../../sim/report/page/words/sweep-words.ts';
import { sampleComparison, sampleSweep } from './sample-comparison.ts';
import { sampleRun } from './sample-run.ts';

describe('a run in words', () => {
  const words = runWords(sampleRun(), 'en');

  it('says what was simulated and that the warm-up is in no figure', () => {
    expect(words.ran.join(' ')).toContain('beijing-2023');
    expect(words.ran.join(' ')).toContain('The first 14 days warm the city up');
  });

  it('says that the city does not keep up when open tickets grow', () => {
    expect(words.means.join(' ')).toContain('the city did not keep up');
  });

  it('says that it kept up when they do not', () => {
    const sample = sampleRun();
    const flat = sample.daily.dates.map(() => 80_000);
    const series = { ...sample.daily.series, backlog: { mean: flat, low: flat, high: flat } };
    const steady = runWords({ ...sample, daily: { ...sample.daily, series } }, 'en');

    expect(steady.means.join(' ')).toContain('stayed steady (80,000 at first, 80,000 at the end)');
  });

  it('names the hardest tier and the share of it that was on time', () => {
    expect(words.means[0]).toMatch(/^The tier “complex” is the hardest to keep: 8\d\.\d% on time/);
  });

  it('warns that a single replication has no interval', () => {
    const sample = sampleRun();
    const once = runWords({ ...sample, subject: { ...sample.subject, replications: 1 } }, 'zh');

    expect(once.ran.at(-1)).toContain('没有置信区间');
    expect(once.means.join('')).not.toContain('运气');
  });
});

describe('a comparison in words', () => {
  const words = comparisonWords(sampleComparison(), 'en');

  it('begins with the verdict and its interval', () => {
    expect(words.came[0]).toBe(
      'Resolution rate: 86.0% under A, 89.2% under B, a difference of +3.20 ± 0.60 pp: B is better.',
    );
  });

  it('lists as better and worse only what the intervals show, by which way the city wants it to go', () => {
    expect(words.came[1]).toBe('B improves: On time; Resolution rate; Nine in ten answered within.');
    expect(words.came[2]).toBe('B worsens: Reopened.');
  });

  it('names the gaming that still pays and the assumption that the verdict hangs on', () => {
    const means = words.means.join(' ');

    expect(means).toContain(
      'Gaming that still pays under B: close without solving (+0.7 ± 0.3 points → +0.9 ± 0.3 points).',
    );
    expect(means).toContain(
      'Gaming that pays under A and does not under B: dispute every dispatch (+1.8 ± 0.4 points → −0.6 ± 0.5 points).',
    );
    expect(means).toContain('hangs on these assumptions (±20% flips it): scenario.units.effort.');
  });
});

describe('a comparison without a board or moved assumptions', () => {
  const { means } = comparisonWords({ ...sampleComparison(), units: [], stability: [], moved: [] }, 'zh');

  it('says that neither was looked at', () => {
    expect(means.join('')).toContain('没有完整的考评月份');
    expect(means.join('')).toContain('各项假设没有变动');
  });
});

describe('a sweep in words', () => {
  it('tells what moves from what does not', () => {
    const words = sweepWords(sampleSweep(), 'en');

    expect(words.came).toEqual(['Mean score goes from 90.0 ± 0.3 points to 94.0 ± 0.3 points.']);
    expect(words.means).toContain('On time: the intervals at both ends overlap, so no change is shown.');
  });
});
