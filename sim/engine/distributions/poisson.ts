import type { Stream } from '../stream.ts';
import type { Distribution } from './distribution.ts';
import { logFactorial } from './log-factorial.ts';

/** Poisson: number of events in a length of time. The mean may be 0. */
export function poisson(mean: number): Distribution {
  requireCount(mean);
  return { mean, draw: (stream) => drawPoisson(stream, mean) };
}

/** Poisson by inversion below a mean of 10, above it by Hörmann's transformed rejection PTRS (1993). */
export const drawPoisson = (stream: Stream, mean: number): number =>
  mean < 10 ? drawSmall(stream, mean) : drawLarge(stream, mean);

function drawSmall(stream: Stream, mean: number): number {
  let probability = Math.exp(-mean);
  let left = stream.next01();
  let count = 0;
  while (left >= probability && count < smallMax) {
    left -= probability;
    count++;
    probability *= mean / count;
  }
  return count;
}

function drawLarge(stream: Stream, mean: number): number {
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const squeeze = 0.9277 - 3.6224 / (b - 2);
  const logMean = Math.log(mean);
  for (;;) {
    const u = stream.next01() - 0.5;
    const v = 1 - stream.next01();
    const us = 0.5 - Math.abs(u);
    const count = Math.floor(((2 * a) / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= squeeze) return count;
    if (count < 0 || (us < 0.013 && v > us)) continue;
    const accept = Math.log((v * inverseAlpha) / (a / (us * us) + b));
    if (accept <= count * logMean - mean - logFactorial(count)) return count;
  }
}

function requireCount(mean: number): void {
  if (!(mean >= 0 && mean <= 2 ** 31)) throw new RangeError(`mean is ${mean}: it must be from 0 to 2^31`);
}

/** A count of 10 or less on average passes this with a probability below 2^-53: only rounding gets there. */
const smallMax = 200;
