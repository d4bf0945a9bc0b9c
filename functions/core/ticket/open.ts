import { noItem } from '../rules/item-table.ts';
import type { Rules } from '../rules/rules.ts';
import { noUnit } from '../rules/unit-table.ts';
import type { EpochMs } from '../time.ts';
import { Actor } from './actor.ts';
import { keep } from './command.ts';
import { type Out, owe, record } from './out.ts';
import { aimNext } from './promises.ts';
import { reviewIn } from './settle.ts';
import type { Ticket } from './ticket.ts';
import { dispatch, leadFor, routingReason } from './transitions/dispatching.ts';

/** A request as the rules see it: indexes only, nothing personal. */
export interface Opening {
  readonly kind: number;
  /** `noItem` when neither named nor guessed. */
  readonly item: number;
  readonly guessed: boolean;
  /** The platform's tier; `keep` takes the item's. */
  readonly tier: number;
  readonly place: number;
  /** When the citizen asked. */
  readonly requestedAt: EpochMs;
  readonly backlog: boolean;
  /** Settled while the citizen was on the line: no unit is given what is done. */
  readonly onTheSpot?: boolean;
  /** The unit that found it, where no citizen asked through the hotline. */
  readonly by?: number;
}

/**
 * Opens a fresh `ticket` (受理) at `now`. Its clocks run from the citizen's call when that reached us within the pack's
 * `intake.lateMax`, else from now. With an item and a place the rules dispatch it at once; otherwise it waits for a person.
 */
export function open(t: Ticket, opening: Opening, now: EpochMs, rules: Rules, out: Out): void {
  const { requestedAt, backlog, item, tier, place } = opening;
  t.kind = opening.kind;
  t.item = item;
  t.guessed = opening.guessed;
  t.backlog = backlog;
  t.place = place;
  t.openedAt = backlog || now - requestedAt <= rules.lateMaxMs ? Math.min(requestedAt, now) : now;
  if (tier !== keep) {
    t.tier = tier;
    t.tierFixed = true;
  } else if (item !== noItem) t.tier = rules.items.tier[item]!;
  record(t, out, now, 'submitted', opening.by ?? Actor.hotline, 'intake', noUnit);
  const lead = opening.onTheSpot ? noUnit : leadFor(rules, item, place, now);
  if (lead === noUnit) awaitTriage(t, now, rules, out);
  else dispatch(t, lead, now, rules, out, Actor.clock, routingReason(t, rules, now));
  aimNext(t);
}

function awaitTriage(t: Ticket, now: EpochMs, rules: Rules, out: Out): void {
  const dispatchClass = t.item === noItem ? rules.defaultDispatchClass : rules.items.dispatchClass[t.item]!;
  t.dispatchBy = t.openedAt + rules.dispatchLimitMs[dispatchClass]!;
  t.dispatchLate = t.backlog && t.dispatchBy < now;
  if (t.dispatchBy < now && !t.backlog) t.dispatchBy = now;
  reviewIn(t, rules.reviewMs, now);
  owe(t, out, now, 'status', Actor.hotline, 'submitted');
}
