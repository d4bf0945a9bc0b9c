import type { Stream } from '../stream.ts';

/** A law of chance that states its mean, so that inputs can be checked before anything runs. */
export interface Distribution {
  readonly mean: number;
  readonly draw: (stream: Stream) => number;
}

/** @throws RangeError naming the parameter unless it is finite and positive. */
export function requirePositive(parameters: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(parameters)) {
    if (!(value > 0 && value < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`${name} is ${value}: it must be positive and finite`);
    }
  }
}
