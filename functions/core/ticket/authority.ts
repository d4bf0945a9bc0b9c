import type { Rules } from '../rules/rules.ts';
import type { CommandType } from './command.ts';
import { commandTable } from './command-table.ts';
import { type Relation, standsTo } from './relations.ts';
import type { Ticket } from './ticket.ts';

/** Whether `by` (a unit's index or an `Actor`) stands in one of the relations `type` asks for. */
export function mayAsk(t: Ticket, type: CommandType, by: number, rules: Rules): boolean {
  const relations: readonly Relation[] = commandTable[type].by;
  return relations.some((relation) => standsTo[relation](t, by, rules));
}

/**
 * Whether `by` may read the ticket: it leads, helps, is summoned, has whistled, supervises, is above the lead, is of the
 * place, or is the hotline.
 */
export function mayRead(t: Ticket, by: number, rules: Rules): boolean {
  return readers.some((relation) => standsTo[relation](t, by, rules));
}

/** Whether `by` stands in any relation to the ticket at all: whoever does not need not know that there is one. */
export function knowsOf(t: Ticket, by: number, rules: Rules): boolean {
  return Object.values(standsTo).some((stands) => stands(t, by, rules));
}

const readers: readonly Relation[] = [
  'hotline',
  'lead',
  'helper',
  'summoned',
  'blower',
  'supervisor',
  'arbiter',
  'area',
  'district',
];
