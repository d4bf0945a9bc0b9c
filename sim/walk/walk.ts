import type { Walker } from './walker.ts';

/**
 * A walk: one system of the sources, from an empty city through the HTTP API to its end. Steps are code that reads as a
 * list of who asks what; facts are what the source says.
 */
export interface Walk {
  /** The number of the system, 1 to 20. */
  readonly number: number;
  /** What `npm run walk -- NAME` calls it. */
  readonly name: string;
  /** The system as the source names it, and what it is in English. */
  readonly title: { readonly zh: string; readonly en: string };
  /** Where the system is described. */
  readonly source: string;
  readonly city: string;
  readonly pack: string;
  /** When the walk begins (RFC 3339), in the city's own time. */
  readonly startAt: string;
  /** Parts of the pack it stands on: their assumptions are printed. Paths such as `whistleKinds.emergency`. */
  readonly restsOn: readonly string[];
  /** What the walk itself makes up, beyond the pack: places, times, names of matters. */
  readonly assumes: readonly string[];
  steps(walker: Walker): Promise<void>;
}
