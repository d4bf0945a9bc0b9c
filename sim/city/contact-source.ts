import type { Contact } from './contact.ts';

/** Requests one after another: the fields describe the next one, `step` moves on. */
export interface ContactSource extends Contact {
  /** When it comes in, epoch ms; infinite after the last one. */
  readonly at: Float64Array;
  /** Index of the scenario's kinds. */
  kind: number;
  step(): void;
}
