import { unitOver } from '../../functions/core/rules/unit-table.ts';
import type { Ticket } from '../../functions/core/ticket/ticket.ts';
import type { City } from './city.ts';
import { isTimeToAsk } from './city-params.ts';
import { LiveFlag } from './live-tickets.ts';
import { Luck, luckOf } from './luck.ts';
import { ask, luckWordOf, setFlag } from './ticket-plan.ts';

/** With four fifths of its time gone and the matter not done, the lead may ask for more; the unit above decides at once. */
export function askForTime(city: City, row: number, t: Ticket): void {
  const { params, rules } = city;
  const { ladder, handling, units } = rules;
  const passed = t.rung > 0 ? ladder.share[t.rung - 1]! : 0;
  if (!isTimeToAsk(passed) || t.extensions >= handling.extensionsMax) return;
  setFlag(city, row, LiveFlag.asked);
  const word = luckWordOf(city, row);
  if (luckOf(word, Luck.extend) >= params.askedShare) return;
  const byMs = Math.round(rules.tiers[t.tier]!.limitMs * Math.min(handling.extensionShareMax, 0.5));
  if (!ask(city, row, { type: 'askExtension', by: t.lead, byMs })) return;
  const isGranted = luckOf(word, Luck.grant) < params.grantedShare;
  const by = unitOver(units, t.lead);
  if (!ask(city, row, { type: isGranted ? 'grantExtension' : 'refuseExtension', by })) return;
  if (isGranted) setFlag(city, row, LiveFlag.extended);
}
