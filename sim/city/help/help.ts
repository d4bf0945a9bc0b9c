import { helperDoneAt, helperDueAt, helperUnit } from '../../../functions/core/ticket/helpers.ts';
import type { Ticket } from '../../../functions/core/ticket/ticket.ts';
import { hourMs, NEVER } from '../../../functions/core/time.ts';
import { ObservationTally } from '../../engine/observation-tally.ts';
import type { City } from '../city.ts';
import { commands, steps } from '../city-commands.ts';
import { CityEvent } from '../city-event.ts';
import { begin, goOn, openDesk } from '../handling.ts';
import { drawMs } from '../length-law.ts';
import { Live, liveWidth, Stage, Times, timesWidth } from '../live-tickets.ts';
import { lookBefore } from '../looking.ts';
import { Luck } from '../luck.ts';
import type { PartResult } from '../parts/part-result.ts';
import { runAhead } from '../steps.ts';
import { ask } from '../ticket-plan.ts';

export type HelpMeasure = 'helpParts' | 'helpWaitHours' | 'helpLateShare' | 'heldForHelpShare';

/**
 * The parts of helpers (协办): each takes a row beside the tickets, without a number, and stands in the queue of the helping
 * unit like any ticket there. The lead works meanwhile, and then waits for the last of them.
 */
export class Help {
  private readonly city: City;
  private readonly workShare: number;
  private readonly waits: ObservationTally;
  private readonly stays: ObservationTally;
  private readonly late: Float64Array;
  /** After the warm-up: tickets whose lead had done its part, and those of them that had to wait for a helper. */
  private led = 0;
  private held = 0;

  constructor(city: City) {
    const { count } = city.rules.units;
    this.city = city;
    this.workShare = city.setup.scenario.units.help!.workShare.value;
    this.waits = new ObservationTally(count, city.warmUp);
    this.stays = new ObservationTally(count, city.warmUp);
    this.late = new Float64Array(count);
  }

  /** A ticket goes to its lead's desk, and its helpers' parts to theirs. May move the rows: read tickets anew. */
  call(row: number): void {
    const count = this.city.live.ticket.read(row).helpersCount;
    for (let i = 0; i < count; i += 1) {
      const t = this.city.live.ticket.read(row);
      if (helperDoneAt(t, i) === NEVER)
        this.callOne(row, { unit: helperUnit(t, i), dueAt: helperDueAt(t, i) });
    }
  }

  /** Somebody of the helping unit takes a part up. */
  begin(part: number): void {
    const { live, env, params, tallies } = this.city;
    const { lead: unit, tier, item } = live.ticket.read(part);
    const readyAt = live.times[part * timesWidth + Times.ready]!;
    tallies.waits.observe(unit, env.now - readyAt, readyAt);
    this.waits.observe(unit, env.now - readyAt, readyAt);
    const hours = params.workHours[tier]! * params.workFactor[item]! * this.workShare;
    const workMs = drawMs(
      params.work,
      hours,
      live.words[part * liveWidth + Live.word]!,
      Luck.help,
      unit % 64,
    );
    this.city.workTodayMs += workMs;
    if (this.city.isMeasured) tallies.workHours[unit]! += workMs / hourMs;
    env.schedule(env.now + workMs, CityEvent.help, part);
  }

  /** A part is done: the lead goes on if it was the last that it waited for. */
  finish(part: number): void {
    const { city } = this;
    const { live, env, tallies, desks } = city;
    const unit = live.ticket.read(part).lead;
    const row = live.words[part * liveWidth + Live.caller]!;
    const readyAt = live.times[part * timesWidth + Times.ready]!;
    tallies.atDesk.add(unit, -1, env.now);
    tallies.stays.observe(unit, env.now - readyAt, readyAt);
    this.stays.observe(unit, env.now - readyAt, readyAt);
    const isCounted = readyAt >= city.warmUp.endsAt;
    if (isCounted && env.now > live.times[part * timesWidth + Times.due]!) this.late[unit]! += 1;
    const isOf = live.words[part * liveWidth + Live.address] === live.words[row * liveWidth + Live.number];
    const next = desks.release(unit, part);
    live.give(part);
    if (isOf) this.tell(row, unit);
    if (next >= 0) begin(city, next);
  }

  /** Whether the lead, whose own work is done, has to wait for a helper. */
  holds(t: Ticket): boolean {
    const isHeld = this.isOwed(t);
    if (this.city.isMeasured) {
      this.led += 1;
      if (isHeld) this.held += 1;
    }
    return isHeld;
  }

  measures(): Readonly<Record<HelpMeasure, number>> {
    const parts = this.sum((unit) => this.stays.count(unit));
    return {
      helpParts: parts,
      helpWaitHours: this.waits.pooled.mean / hourMs,
      helpLateShare: this.sum((unit) => this.late[unit]!) / parts,
      heldForHelpShare: this.held / this.led,
    };
  }

  result(): PartResult {
    const { codes } = this.city.rules.units;
    return {
      part: 'help',
      rows: codes.flatMap((key, unit) => {
        const parts = this.stays.count(unit);
        if (parts === 0) return [];
        const [wait, stay] = [this.waits.mean(unit) / hourMs, this.stays.mean(unit) / hourMs];
        return [{ key, values: [parts, wait, stay, this.late[unit]! / parts] }];
      }),
    };
  }

  private callOne(row: number, { unit, dueAt }: { readonly unit: number; readonly dueAt: number }): void {
    const { city } = this;
    const { live, env, tallies, desks } = city;
    const { item, tier } = live.ticket.read(row);
    const part = live.take();
    const [from, at] = [row * liveWidth, part * liveWidth];
    const { words, times } = live;
    words[at + Live.caller] = row;
    words[at + Live.address] = words[from + Live.number]!;
    words[at + Live.word] = words[from + Live.word]!;
    const view = live.ticket.read(part);
    view.item = item;
    view.tier = tier;
    view.lead = unit;
    times[part * timesWidth + Times.ready] = env.now;
    times[part * timesWidth + Times.due] = dueAt;
    openDesk(city, unit);
    tallies.atDesk.add(unit, 1, env.now);
    if (desks.seize(unit, part, city.laneOf[tier]!)) begin(city, part);
  }

  /** The ticket is told that a helper has done its part. */
  private tell(row: number, unit: number): void {
    const { city } = this;
    const t = city.live.ticket.read(row);
    commands.helperDone.by = unit;
    lookBefore(city, row, city.env.now);
    ask(city, row, commands.helperDone, steps.helperDone);
    const stage = city.live.words[row * liveWidth + Live.stage];
    if (stage === Stage.helped && !this.isOwed(t)) goOn(city, row, t);
    runAhead(city, row);
  }

  private isOwed(t: Ticket): boolean {
    for (let i = 0; i < t.helpersCount; i += 1) if (helperDoneAt(t, i) === NEVER) return true;
    return false;
  }

  private sum(of: (unit: number) => number): number {
    let total = 0;
    for (let unit = 0; unit < this.late.length; unit += 1) total += of(unit);
    return total;
  }
}
