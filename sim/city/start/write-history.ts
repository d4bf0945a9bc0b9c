import { rungTime } from '../../../functions/core/ticket/clock.ts';
import { keep } from '../../../functions/core/ticket/command.ts';
import { open } from '../../../functions/core/ticket/open.ts';
import type { City } from '../city.ts';
import { commands } from '../city-commands.ts';
import { askForTime } from '../handling.ts';
import { Live, LiveFlag, liveWidth } from '../live-tickets.ts';
import { Luck, luckOf } from '../luck.ts';
import { ask, moveInHand, wake } from '../ticket-plan.ts';
import { At, type PastLife } from './past-life.ts';

/**
 * Makes a past ticket a ticket: opened, signed and contacted by the rules, each at the time at which it happened, as far as
 * that lies before now. From then on it is lived as any other.
 */
export function writeHistory(city: City, row: number, life: PastLife): void {
  const { live, rules, out, env, sink, params } = city;
  const at = row * liveWidth;
  const { words } = live;
  const { now } = env;
  const openedAt = life.times[At.opened]!;
  const signedAt = life.times[At.signed]!;
  const deskAt = life.times[At.desk]!;
  live.rows.clear(row);
  const isPhone = luckOf(life.word, Luck.channel) < params.phoneShare;
  words[at + Live.flags] = (words[at + Live.flags]! & ~LiveFlag.past) | (isPhone ? LiveFlag.phone : 0);
  const opening = {
    kind: life.kind,
    item: life.item,
    guessed: false,
    tier: keep,
    place: life.place,
    requestedAt: openedAt,
    backlog: false,
  };
  sink?.open(city.tickets, openedAt, opening, {
    channel: isPhone ? 'phone' : 'network',
    caller: words[at + Live.caller]!,
    address: words[at + Live.address]!,
  });
  const t = live.ticket.read(row);
  out.row = row;
  city.decisions += 1;
  open(t, opening, openedAt, rules, out);
  moveInHand(city, t.lead, 1);
  if (signedAt < now && rules.handling.signing === 'explicit') {
    commands.sign.by = t.lead;
    ask(city, row, commands.sign, signedAt);
  }
  if (deskAt < now) {
    commands.contact.by = t.lead;
    ask(city, row, commands.contact, deskAt);
    if (params.askRung >= 0 && t.rungAt < now) {
      const rungAt = rungTime(t, rules, params.askRung);
      if (rungAt >= deskAt && rungAt + 1 < now) {
        wake(city, row, rungAt + 1);
        askForTime(city, row, t, rungAt + 1);
      }
    }
  }
  wake(city, row);
}
