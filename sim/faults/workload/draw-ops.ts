import { type DurationMs, secondMs } from '../../../functions/core/time.ts';
import type { Stream } from '../../engine/stream.ts';
import { type Op, type OpKind, openingOf, themeNames, weightsOf } from './op.ts';

const numbers = 2 ** 20;
/** Each theme is there in so many worlds. */
const themeShare = 0.35;
/** Most clients never give up; they go on when the world has been repaired. */
const endlessly = Number.POSITIVE_INFINITY;

/**
 * Draws the steps of a workload: some requests and what each theme begins with, then a mix of what the world has; some steps come at one instant,
 * on one ticket, and are often of one kind.
 */
export function drawOps(stream: Stream, lastsMs: DurationMs): readonly Op[] {
  const themes = themeNames.filter(() => stream.chance(themeShare));
  const weighted = weightsOf(themes).flatMap(([kind, weight]) => Array.from({ length: weight }, () => kind));
  const drawn = (): OpKind => weighted[stream.below(weighted.length)]!;
  const tickets = 1 + stream.below(4);
  const firsts: readonly OpKind[] = [
    ...Array.from({ length: tickets }, () => 'submit' as const),
    ...themes.map(openingOf),
  ];
  const count = firsts.length + 10 + stream.below(45);
  const ops: Op[] = [];
  for (let n = 0; n < count; n += 1) {
    const first = firsts[n];
    const before = ops.at(-1);
    const isRace = n > firsts.length && before !== undefined && stream.chance(0.2);
    const isSame = isRace && stream.chance(0.5);
    const kind = first ?? (isSame ? before.kind : drawn());
    ops.push({
      n,
      kind: isRace && kind === 'submit' ? 'command' : kind,
      inMs:
        first !== undefined
          ? stream.below((n < tickets ? 20 : 60) * secondMs)
          : isRace
            ? before.inMs
            : stream.below(lastsMs),
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
