import { describe, expect, it } from 'vitest';
import { logNormal } from '../../../sim/engine/distributions/log-normal.ts';
import { Stream } from '../../../sim/engine/stream.ts';
import { fitLogNormal } from '../../../sim/fit/spans/fit-log-normal.ts';
import { kaplanMeier } from '../../../sim/fit/spans/kaplan-meier.ts';
import { addEnded, addRunning, binEdge, emptyLogHistogram } from '../../../sim/fit/spans/log-histogram.ts';

const law = logNormal({ mean: 30, variation: 1.5 });

describe('a log-normal fit', () => {
  it('finds the law that the spans came from', () => {
    const stream = new Stream(1, 'spans');
    const histogram = emptyLogHistogram();
    for (let i = 0; i < 20_000; i++) addEnded(histogram, law.draw(stream));

    const fit = fitLogNormal(histogram)!;

    expect(Math.abs(fit.meanHours / 30 - 1)).toBeLessThan(0.03);
    expect(Math.abs(fit.variation / 1.5 - 1)).toBeLessThan(0.03);
    expect(Math.abs(fit.seenMedianHours! / fit.medianHours - 1)).toBeLessThan(0.03);
    expect(fit.distance).toBeLessThan(fit.distanceMax!);
  });

  it('finds it although a third of the spans still run, where the ended alone would mislead', () => {
    const stream = new Stream(2, 'spans');
    const histogram = emptyLogHistogram();
    const endedOnly = emptyLogHistogram();
    for (let i = 0; i < 20_000; i++) {
      const [hours, seenFor] = [law.draw(stream), 60 * stream.next01()];
      if (hours <= seenFor) {
        addEnded(histogram, hours);
        addEnded(endedOnly, hours);
      } else addRunning(histogram, seenFor);
    }

    const fit = fitLogNormal(histogram)!;

    expect(fit.running / 20_000).toBeGreaterThan(0.3);
    expect(Math.abs(fit.medianHours / Math.exp(Math.log(30) - Math.log1p(2.25) / 2) - 1)).toBeLessThan(0.05);
    expect(fitLogNormal(endedOnly)!.medianHours).toBeLessThan(0.7 * fit.medianHours);
    expect(fit.distanceMax).toBeUndefined();
    expect(fit.distance).toBeLessThan(0.02);
  });

  it('shows a large distance where the law is another one', () => {
    const histogram = emptyLogHistogram();
    for (let i = 0; i < 500; i++) addEnded(histogram, i % 2 === 0 ? 1 : 100);

    const fit = fitLogNormal(histogram)!;

    expect(fit.distance).toBeGreaterThan(5 * fit.distanceMax!);
  });

  it('refuses its own law in about 5 of 100 samples, as the point of Lilliefors promises', () => {
    const stream = new Stream(3, 'spans');
    const trials = 400;
    let refused = 0;

    for (let trial = 0; trial < trials; trial++) {
      const histogram = emptyLogHistogram();
      for (let i = 0; i < 50; i++) addEnded(histogram, law.draw(stream));
      const fit = fitLogNormal(histogram)!;
      if (fit.distance > fit.distanceMax!) refused++;
    }

    expect(refused / trials).toBeGreaterThan(0.02);
    expect(refused / trials).toBeLessThan(0.09);
  });

  it('counts what ends at once apart, and is not made of fewer than 20 spans', () => {
    const histogram = emptyLogHistogram();
    for (let i = 0; i < 19; i++) addEnded(histogram, 1 + i);
    addEnded(histogram, 0);

    expect(histogram.zero).toBe(1);
    expect(fitLogNormal(histogram)).toBeUndefined();
    addEnded(histogram, 20);
    expect(fitLogNormal(histogram)).toMatchObject({ ended: 20, zero: 1 });
  });
});

describe('Kaplan and Meier', () => {
  it('gives the shares of a textbook example', () => {
    // Remission times in weeks of 21 patients under 6-MP (Freireich 1963): ended 6 6 6 7 10 13 16 22 23, others seen
    // running 6 9 10 11 17 19 20 25 32 32 34 35. Their product-limit estimate at 23 weeks is 0.448.
    const histogram = emptyLogHistogram();
    for (const weeks of [6, 6, 6, 7, 10, 13, 16, 22, 23]) addEnded(histogram, weeks);
    for (const weeks of [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]) addRunning(histogram, weeks);

    const { share, last } = kaplanMeier(histogram);

    expect(1 - share[last]!).toBeCloseTo(0.448, 3);
    expect(Math.exp(binEdge(last))).toBeGreaterThan(23);
    const atTen = share.find((_, bin) => Math.exp(binEdge(bin)) > 10)!;
    expect(1 - atTen).toBeCloseTo(0.753, 3);
  });
});
