import { type DurationMs, secondMs } from '../../../functions/core/time.ts';
import type { Stream } from '../../engine/stream.ts';
import { type Op, type OpKind, opKinds } from './op.ts';

const weighted = Object.entries(opKinds).flatMap(([kind, weight]) =>
  Array.from({ length: weight }, () => kind as OpKind),
);
const numbers = 2 ** 20;
/** Most clients never give up; they go on when the world has been repaired. */
const endlessly = Number.POSITIVE_INFINITY;

/** Draws the steps of a workload: some requests first, then a mix; some steps come at one instant, on one ticket. */
export function drawOps(stream: Stream, lastsMs: DurationMs): readonly Op[] {
  const tickets = 1 + stream.below(4);
  const count = tickets + 10 + stream.below(40);
  const ops: Op[] = [];
  for (let n = 0; n < count; n += 1) {
    const isFirst = n < tickets;
    const before = ops.at(-1);
    const isRace = !isFirst && before !== undefined && n > tickets && stream.chance(0.2);
    const kind = isFirst ? 'submit' : weighted[stream.below(weighted.length)]!;
    ops.push({
      n,
      kind: isRace && kind === 'submit' ? 'command' : kind,
      inMs: isFirst ? stream.below(20 * secondMs) : isRace ? before.inMs : stream.below(lastsMs),
      ticket: isRace ? before.ticket : stream.below(numbers),
      pick: stream.below(numbers),
      who: stream.below(numbers),
      a: stream.below(numbers),
      b: stream.below(numbers),
      patience: stream.chance(0.15) ? 1 + stream.below(2) : endlessly,
    });
  }
  return ops;
}
