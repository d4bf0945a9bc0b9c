import type { ArrivalFit } from '../arrivals/fit-arrivals.ts';
import type { LogNormalFit } from '../spans/fit-log-normal.ts';

/** A kind of matter: its share of the requests, and its handling time where enough of them ended. */
export interface GroupFit {
  readonly group: string;
  readonly requests: number;
  readonly share: number;
  /** Ended in no time at all (the second of the opening), ended later, still open. */
  readonly atOnce: number;
  readonly ended: number;
  readonly open: number;
  readonly handling?: LogNormalFit;
}

type Answered = { readonly yes: number; readonly base: number; readonly share: number };

/** What a file says of a city: arrivals, shares and handling times. Parts the file has no columns for are absent. */
export interface Calibration {
  readonly requests: number;
  /** The last time in the file, wall clock. */
  readonly until: string;
  readonly spannedDays: number;
  readonly recordedHours: number;
  readonly arrivals?: ArrivalFit;
  /** Set where the file is silent for longer than a city is. */
  readonly gap?: string;
  readonly groups: readonly GroupFit[];
  readonly units: readonly { readonly unit: string; readonly requests: number; readonly share: number }[];
  readonly resolved?: Answered;
  readonly satisfied?: Answered;
}
