import type { DurationMs } from '../../../functions/core/time.ts';

/** What somebody does: asks for something new, for what the ticket then accepts or for anything, or asks again. */
export const opKinds = {
  submit: 5,
  command: 60,
  anything: 8,
  /** An earlier request, word for word, under its key. */
  again: 8,
  /** The key of an earlier request with another body. */
  otherBody: 4,
  erase: 2,
  publish: 2,
  /** Several tickets become one matter. */
  matter: 3,
  /** What is then asked of a matter. */
  ofMatter: 12,
} as const;

export type OpKind = keyof typeof opKinds;

/**
 * One step of a workload. Numbers are drawn beforehand and read against the world as it is when the step comes, so that a
 * step keeps its meaning when others are left out.
 */
export interface Op {
  readonly n: number;
  readonly kind: OpKind;
  /** After the start of the world. */
  readonly inMs: DurationMs;
  readonly ticket: number;
  readonly pick: number;
  readonly who: number;
  readonly a: number;
  readonly b: number;
  /** The client asks this often at most while faults last, and then goes away without knowing. */
  readonly patience: number;
}
