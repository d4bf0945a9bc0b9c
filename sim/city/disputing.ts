import { unitFor } from '../../functions/core/rules/item-table.ts';
import { noUnit } from '../../functions/core/rules/unit-table.ts';
import type { Ticket } from '../../functions/core/ticket/ticket.ts';
import { arbiterOf } from '../../functions/core/ticket/transitions/disputing.ts';
import { NEVER } from '../../functions/core/time.ts';
import type { City } from './city.ts';
import { commands } from './city-commands.ts';
import { Count } from './city-tallies.ts';
import { playing } from './gaming.ts';
import { drawMs } from './length-law.ts';
import { LiveFlag, Stage } from './live-tickets.ts';
import { Luck, luckOf } from './luck.ts';
import { ask, flagsOf, luckWordOf, moveInHand, plan, setFlag } from './ticket-plan.ts';

const disputeAll = playing('disputeAll');

/** The lead says "not mine" (派单异议), if it is one to say so here. An honest one does so once at most. */
export function disputes(city: City, row: number, t: Ticket): boolean {
  const { params, rules } = city;
  const word = luckWordOf(city, row);
  const wants =
    city.gaming[t.lead] === disputeAll
      ? t.disputes < rules.dispute.timesMax
      : (flagsOf(city, row) & LiveFlag.disputed) === 0 &&
        luckOf(word, Luck.dispute) < params.disputeShare &&
        rules.dispute.timesMax > 0;
  if (!wants) return false;
  commands.dispute.by = t.lead;
  if (!ask(city, row, commands.dispute)) return false;
  setFlag(city, row, LiveFlag.disputed);
  const afterMs = drawMs(params.arbitration, params.arbitration.mean, word, Luck.arbitrate, t.disputes);
  plan(city, row, Stage.dispute, city.now + afterMs);
  return true;
}

/** The arbiter names the lead (裁定): the same again, or another that the catalogue knows for such matters. */
export function arbitrate(city: City, row: number, t: Ticket): void {
  const { params, rules, tallies } = city;
  const before = t.lead;
  const isMoved = luckOf(luckWordOf(city, row), Luck.move, t.disputes) < params.movedShare;
  commands.arbitrate.by = arbiterOf(t, rules);
  commands.arbitrate.lead = isMoved ? otherLead(city, t) : before;
  if (!ask(city, row, commands.arbitrate)) {
    commands.arbitrate.lead = before;
    if (!ask(city, row, commands.arbitrate)) {
      plan(city, row, Stage.stuck, NEVER);
      return;
    }
  }
  if (city.isMeasured) tallies.counts[Count.dispatches]! += 1;
  if (t.lead !== before) {
    setFlag(city, row, LiveFlag.transferred);
    moveInHand(city, before, -1);
    moveInHand(city, t.lead, 1);
  }
  plan(city, row, Stage.received, city.now);
}

/** The first unit beside the lead among lead and helpers of the item and the place itself; the lead where there is none. */
function otherLead({ rules, posts }: City, t: Ticket): number {
  const { items, units } = rules;
  for (const spec of [items.lead[t.item]!, ...items.helpers[t.item]!]) {
    const unit = unitFor(spec, t.place, units);
    if (unit !== noUnit && unit !== t.lead && posts[unit]! > 0) return unit;
  }
  return posts[t.place]! > 0 ? t.place : t.lead;
}
