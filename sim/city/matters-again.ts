import type { Ticket } from '../../functions/core/ticket/ticket.ts';
import type { City } from './city.ts';
import { CityEvent } from './city-event.ts';
import { type Contact, ContactFlag } from './contact.ts';
import { drawMs } from './length-law.ts';
import { Live, liveWidth } from './live-tickets.ts';
import { Luck, luckOf, luckWord } from './luck.ts';

type Again = Contact & { kind: number };

/** Matters that will be brought again, by a number that is used again once the matter has come. */
export class MattersAgain {
  private readonly matters: Again[] = [];
  private readonly free: number[] = [];

  keep(matter: Again): number {
    const id = this.free.pop() ?? this.matters.length;
    this.matters[id] = matter;
    return id;
  }

  take(id: number): Again {
    this.free.push(id);
    return this.matters[id]!;
  }
}

/** A citizen whose matter ended unresolved may bring it again; with luck of its own, drawn from that of the first time. */
export function planAgain(city: City, row: number, t: Ticket): void {
  const { live, params, env, again } = city;
  const at = row * liveWidth;
  const word = live.words[at + Live.word]!;
  if (luckOf(word, Luck.again) >= params.againShare) return;
  const id = again.keep({
    item: t.item,
    place: t.place,
    kind: t.kind,
    flags: ContactFlag.afterFailure,
    word: luckWord(word, Luck.children, 0),
    caller: live.words[at + Live.caller]!,
    address: live.words[at + Live.address]!,
    cause: live.words[at + Live.cause]!,
  });
  const afterMs = drawMs(params.again, params.again.mean, word, Luck.againAfter, 0);
  env.schedule(city.now + afterMs, CityEvent.again, id);
}
