import { instantText } from '../../../functions/core/instant-text.ts';
import { noItem } from '../../../functions/core/rules/item-table.ts';
import type { Rules } from '../../../functions/core/rules/rules.ts';
import { Actor } from '../../../functions/core/ticket/actor.ts';
import { eventMessages } from '../../../functions/messages/event-messages.ts';
import type { Text } from '../../../functions/messages/text.ts';
import type { TicketTimeline as Traced, TracedEntry } from '../../city/trace.ts';
import type { TicketTimeline } from '../../report/report-input.ts';
import type { CityNames } from '../summary/city-names.ts';

/** A traced ticket in words: what happened when, by whom, under which rule. Times are those of the city. */
export function ticketTimeline(traced: Traced, rules: Rules, { nameOf }: CityNames): TicketTimeline {
  const unitCode = (unit: number) => rules.units.codes[unit];
  const lead = traced.entries.findLast(({ event }) => event === 'dispatched' || event === 'arbitrated');
  const unit = lead === undefined ? undefined : unitCode(lead.unit);
  const { item } = traced.opening;
  return {
    number: traced.ticket,
    tier: rules.tiers[item === noItem ? 0 : rules.items.tier[item]!]?.key ?? '-',
    ...(item === noItem ? {} : { item: rules.items.codes[item]! }),
    ...(unit === undefined ? {} : { unit }),
    steps: traced.entries.map((entry) => stepOf(entry, rules, nameOf)),
  };
}

function stepOf(
  { at, event, by, rule, unit }: TracedEntry,
  rules: Rules,
  nameOf: CityNames['nameOf'],
): TicketTimeline['steps'][number] {
  const { zh, en } = eventMessages[event];
  const code = rules.units.codes[unit];
  const about: Text =
    code === undefined ? { zh: '', en: '' } : { zh: `：${nameOf(code).zh}`, en: `: ${nameOf(code).en}` };
  const doer = actorText(by, rules);
  return {
    at: instantText(at, rules.utcOffsetMs).slice(0, 19).replace('T', ' '),
    what: { zh: `${zh}${about.zh}（${rule}）`, en: `${en}${about.en} (${rule})` },
    ...(doer === undefined ? {} : { by: doer }),
  };
}

/** Who did it, as a unit's code or `12345`; nobody where time itself did. */
const actorText = (by: number, rules: Rules): string | undefined => {
  if (by === Actor.clock) return undefined;
  return by === Actor.hotline ? '12345' : rules.units.codes[by];
};
