import { rungTime } from '../../../functions/core/ticket/clock.ts';
import { keep } from '../../../functions/core/ticket/command.ts';
import { open } from '../../../functions/core/ticket/open.ts';
import type { Ticket } from '../../../functions/core/ticket/ticket.ts';
import { askForTime } from '../asking-time.ts';
import type { City } from '../city.ts';
import { commands } from '../city-commands.ts';
import { Live, LiveFlag, liveWidth } from '../live-tickets.ts';
import { Luck, luckOf } from '../luck.ts';
import { ask, moveInHand, wake } from '../ticket-plan.ts';
import { At, type PastLife } from './past-life.ts';

/**
 * Makes a past ticket a ticket: opened, signed and contacted by the rules, each at the time at which it happened, as far as
 * that lies before now. From then on it is lived as any other.
 */
export function writeHistory(city: City, row: number, life: PastLife): void {
  const { live, rules, out, env, params } = city;
  const at = row * liveWidth;
  const { words } = live;
  const { now } = env;
  const openedAt = life.times[At.opened]!;
  const signedAt = life.times[At.signed]!;
  const deskAt = life.times[At.desk]!;
  const isPhone = luckOf(life.word, Luck.channel) < params.phoneShare;
  if (isPhone) words[at + Live.flags]! |= LiveFlag.phone;
  const opening = {
    kind: life.kind,
    item: life.item,
    guessed: false,
    tier: keep,
    place: life.place,
    requestedAt: openedAt,
    backlog: false,
  };
  const t = live.ticket.read(row);
  out.row = row;
  city.decisions += 1;
  open(t, opening, openedAt, rules, out);
  moveInHand(city, t.lead, 1);
  if (signedAt < now && rules.handling.signing === 'explicit') {
    commands.sign.by = t.lead;
    city.now = signedAt;
    ask(city, row, commands.sign);
  }
  if (deskAt < now) {
    commands.contact.by = t.lead;
    city.now = deskAt;
    ask(city, row, commands.contact);
    askAtDesk(city, row, t, deskAt);
  }
  city.now = now;
  wake(city, row);
}

/** While it waited at the desk, or was worked on, time may have become so short that the lead asked for more. */
function askAtDesk(city: City, row: number, t: Ticket, deskAt: number): void {
  const { params, rules, env } = city;
  if (params.askRung < 0 || t.rungAt >= env.now) return;
  const askAt = rungTime(t, rules, params.askRung) + 1;
  if (askAt <= deskAt || askAt >= env.now) return;
  city.now = askAt;
  wake(city, row);
  askForTime(city, row, t);
}
