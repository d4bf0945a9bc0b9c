import { keep } from '../../functions/core/ticket/command.ts';
import { requestKinds } from '../../functions/core/ticket/kinds.ts';
import { type Opening, open } from '../../functions/core/ticket/open.ts';
import { Status } from '../../functions/core/ticket/status.ts';
import { NEVER } from '../../functions/core/time.ts';
import type { City } from './city.ts';
import { Count } from './city-tallies.ts';
import { type Contact, ContactFlag } from './contact.ts';
import { receive } from './handling.ts';
import { Live, LiveFlag, liveWidth, Stage } from './live-tickets.ts';
import { Luck, luckOf } from './luck.ts';
import { runAhead } from './steps.ts';
import { ask, moveInHand, noteOverdue, plan } from './ticket-plan.ts';

/** Filled for each request: one object for the whole run. */
const opening = {
  kind: 0,
  item: 0,
  guessed: false,
  tier: keep,
  place: 0,
  requestedAt: 0,
  backlog: false as boolean,
} satisfies Opening;

/** The index of `requestKinds` for each of the scenario's kinds, which are in another order of their own. */
export const kindIndexes = (names: readonly string[]): Int32Array =>
  Int32Array.from(names, (name) => (requestKinds as readonly string[]).indexOf(name));

/** A request comes in: a ticket is opened under the rules and goes to its lead. An old case (积案) is `ageMs` old. */
export function arrive(city: City, contact: Contact, kind: number, ageMs = 0): void {
  const { live, rules, out, params, sink } = city;
  const row = live.take();
  const at = row * liveWidth;
  const { words } = live;
  city.tickets += 1;
  const isPhone = luckOf(contact.word, Luck.channel) < params.phoneShare;
  words[at + Live.word] = contact.word;
  words[at + Live.number] = city.tickets;
  words[at + Live.flags] = contact.flags | (isPhone ? LiveFlag.phone : 0);
  words[at + Live.caller] = contact.caller;
  words[at + Live.address] = contact.address;
  words[at + Live.cause] = contact.cause;
  count(city, contact, isPhone);
  if (ageMs === 0) city.early?.see(contact);
  opening.kind = kind;
  opening.item = contact.item;
  opening.place = contact.place;
  opening.requestedAt = city.now - ageMs;
  opening.backlog = ageMs > 0;
  sink?.open(
    city.tickets,
    city.now,
    { ...opening },
    {
      channel: isPhone ? 'phone' : 'network',
      caller: contact.caller,
      address: contact.address,
    },
  );
  const t = live.ticket.read(row);
  out.row = row;
  city.decisions += 1;
  open(t, opening, city.now, rules, out);
  if (t.status === Status.submitted && !triageByHand(city, row, contact)) {
    plan(city, row, Stage.stuck, NEVER);
    return;
  }
  noteOverdue(city, row, t);
  moveInHand(city, t.lead, 1);
  receive(city, row, t);
  runAhead(city, row);
}

/** The rules name no lead here: the hotline gives it to the place (人工派单). */
const triageByHand = (city: City, row: number, { item, place }: Contact): boolean =>
  ask(city, row, { type: 'triage', by: city.rules.units.city, item, tier: keep, place, lead: place });

function count(city: City, { flags }: Contact, isPhone: boolean): void {
  city.contactsToday += 1;
  city.ticketsToday += 1;
  if (!city.isMeasured) return;
  const { counts } = city.tallies;
  counts[Count.contacts]! += 1;
  counts[Count.tickets]! += 1;
  counts[Count.dispatches]! += 1;
  if (isPhone) counts[Count.phone]! += 1;
  if ((flags & ContactFlag.repeatCaller) !== 0) counts[Count.repeatCaller]! += 1;
  if ((flags & ContactFlag.sameAddress) !== 0) counts[Count.sameAddress]! += 1;
}
