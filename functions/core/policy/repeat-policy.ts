import * as z from 'zod';
import { sourced } from '../provenance.ts';
import { duration } from './duration.ts';

/** When a new ticket may be a repeat (重复诉求) of an open one of the same item and place. Told at intake, never a bar. */
export const repeatPolicy = z.strictObject({
  /** Open tickets no older than this are looked at. */
  within: sourced(duration),
  /** Metres between two tickets that both have coordinates. Else the same address, without blanks and case, counts. */
  distanceMaxM: sourced(z.number().gt(0).max(50_000)),
  /** Tickets looked at, latest first, and offered at most. */
  lookedAtMax: sourced(z.int().min(1).max(100)),
  offeredMax: sourced(z.int().min(1).max(20)),
});

export type RepeatPolicy = z.infer<typeof repeatPolicy>;
