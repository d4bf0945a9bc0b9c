import type { Stream } from '../../engine/stream.ts';
import { type Op, type OpKind, weightsOf } from '../../faults/workload/op.ts';

/** Tickets, the matters they become, and now and then a board. */
const kinds: readonly (readonly [OpKind, number])[] = [...weightsOf(['matter']), ['publish', 2]];
const weighted = kinds.flatMap(([kind, weight]) => Array.from({ length: weight }, () => kind));
const numbers = 2 ** 20;
const endlessly = Number.POSITIVE_INFINITY;

/** Requests come first, so that there is something to act on. */
const firstRequests = 12;

/** Draws the next step of an endless workload: see `drawOps`, whose steps these are. */
export function drawStep(stream: Stream, n: number): Op {
  const kind = weighted[stream.below(weighted.length)]!;
  return {
    n,
    kind: n < firstRequests ? 'submit' : kind,
    inMs: 0,
    ticket: stream.below(numbers),
    pick: stream.below(numbers),
    who: stream.below(numbers),
    a: stream.below(numbers),
    b: stream.below(numbers),
    patience: stream.chance(0.1) ? 1 + stream.below(3) : endlessly,
  };
}

/** Another step on the same ticket at the same moment. */
export function drawRival(stream: Stream, n: number, { ticket }: Op): Op {
  const step = drawStep(stream, n);
  return { ...step, ticket, kind: step.kind === 'submit' ? 'command' : step.kind };
}
