import type { EpochMs } from '../../time.ts';
import { type Out, owe, record } from '../out.ts';
import type { Ticket } from '../ticket.ts';

/** Puts the ticket under `unit`'s supervision; nothing happens when it already is. */
export function superviseBy(t: Ticket, unit: number, now: EpochMs, out: Out, by: number, rule: string): void {
  if (t.supervisor === unit) return;
  t.supervisor = unit;
  record(t, out, now, 'supervised', by, rule, unit);
  owe(t, out, now, 'notice', t.lead, 'supervised');
  if (unit !== t.lead) owe(t, out, now, 'notice', unit, 'supervised');
}
