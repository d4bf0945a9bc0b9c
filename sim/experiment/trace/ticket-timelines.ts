import { traceTicket } from '../../city/trace.ts';
import type { TicketTimeline } from '../../report/report-input.ts';
import { compileVariant, type Variant } from '../setup/variant.ts';
import { cityNames } from '../summary/city-names.ts';
import { ticketTimeline } from './ticket-timeline.ts';

/** Lives of tickets, and the numbers that no ticket of the run has. */
export interface TicketLives {
  readonly timelines: readonly TicketTimeline[];
  readonly missing: readonly number[];
}

/** Lives of tickets in a variant's first replication, for its page. The variant must have been run: it compiles. */
export function ticketTimelines(variant: Variant, numbers: readonly number[]): TicketLives {
  const compiled = compileVariant(variant);
  if (!compiled.ok) throw new Error(compiled.error.join('\n'));
  const names = cityNames(variant.sources);
  const timelines: TicketTimeline[] = [];
  const missing: number[] = [];
  for (const number of numbers) {
    const traced = traceTicket({ ...compiled.value, replication: 0 }, number);
    if (traced === undefined) missing.push(number);
    else timelines.push(ticketTimeline(traced, compiled.value.rules, names));
  }
  return { timelines, missing };
}
