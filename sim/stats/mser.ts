/** Where a run has warmed up, by MSER-5. */
export interface Truncation {
  /** Observations to drop from the front. */
  readonly drop: number;
  /** False if the best point lies in the second half: the run is too short to tell, and nothing should be believed. */
  readonly isWarm: boolean;
}

/**
 * MSER-5 (White, Cobb and Spratt 2000): in batches of five, drop the front that leaves the narrowest interval for the
 * mean of the rest. The last batches are no candidates, because a few alike by chance would look perfect.
 * @throws RangeError below 50 observations.
 */
export function mser5(observations: readonly number[]): Truncation {
  const count = Math.floor(observations.length / batch);
  if (count < 10) throw new RangeError(`MSER-5 needs at least 50 observations, not ${observations.length}`);
  let sum = 0;
  let squares = 0;
  let best = Number.POSITIVE_INFINITY;
  let from = count;
  const shift = observations.reduce((total, value) => total + value, 0) / observations.length;
  for (let i = count - 1; i >= 0; i--) {
    let mean = 0;
    for (let j = 0; j < batch; j++) mean += (observations[i * batch + j]! - shift) / batch;
    sum += mean;
    squares += mean * mean;
    const kept = count - i;
    const score = Math.max(0, squares - (sum * sum) / kept) / kept ** 2;
    if (kept >= keptMin && score <= best) {
      best = score;
      from = i;
    }
  }
  return { drop: from * batch, isWarm: from <= count / 2 };
}

const batch = 5;
const keptMin = 5;
