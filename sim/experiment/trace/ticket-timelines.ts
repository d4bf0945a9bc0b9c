import { err, ok, type Result } from '../../../functions/core/result.ts';
import { traceTicket } from '../../city/trace.ts';
import type { TicketTimeline } from '../../report/report-input.ts';
import { compileVariant, type Variant } from '../setup/variant.ts';
import { cityNames } from '../summary/city-names.ts';
import { ticketTimeline } from './ticket-timeline.ts';

/** Lives of tickets in a variant's first replication, for its page. The error names the first ticket that is not there. */
export function ticketTimelines(
  variant: Variant,
  numbers: readonly number[],
): Result<readonly TicketTimeline[], string> {
  if (numbers.length === 0) return ok([]);
  const compiled = compileVariant(variant);
  if (!compiled.ok) return err(compiled.error.join('\n'));
  const names = cityNames(variant.sources);
  const timelines: TicketTimeline[] = [];
  for (const number of numbers) {
    const traced = traceTicket({ ...compiled.value, replication: 0 }, number);
    if (traced === undefined) return err(`there is no ticket ${number}: the run has fewer`);
    timelines.push(ticketTimeline(traced, compiled.value.rules, names));
  }
  return ok(timelines);
}
