import assert from 'node:assert/strict';
import { describe, it } from 'vitest';
import type { Rules } from '../../../functions/core/rules/rules.ts';
import { Status } from '../../../functions/core/ticket/status.ts';
import { SummonsStatus, type Ticket } from '../../../functions/core/ticket/ticket.ts';
import { type EpochMs, NEVER } from '../../../functions/core/time.ts';
import { holdsInEveryLife, lead, openLife, perform, seed } from './life/run.ts';
import { sampleCities } from './life/sample-cities.ts';
import type { TicketLife } from './life/ticket-life.ts';

/** The handling clock kept a second time, from what the history says alone. */
class OwnClock {
  usedMs = 0;
  private started = false;
  private lastAt: EpochMs = 0;
  private read = 0;

  constructor(life: TicketLife) {
    this.follow(life);
  }

  /** Counts the time up to `now`, as the ticket stands before what happens then. */
  count({ ticket, rules }: TicketLife, now: EpochMs): void {
    if (this.started && isWorkedOn(ticket, rules)) {
      this.usedMs += rules.tiers[ticket.tier]!.calendar.between(this.lastAt, now);
    }
    this.lastAt = now;
  }

  /** Reads what was written since the last call: starts and fresh starts. */
  follow({ entries, ticket, rules }: TicketLife): void {
    const { startsAt } = rules.handling;
    const { between } = rules.tiers[ticket.tier]!.calendar;
    for (const { event, at } of entries.slice(this.read)) {
      if (event === 'reopened') {
        this.started = true;
        this.usedMs = 0;
        this.lastAt = at;
      }
      const starts = event === (startsAt === 'sign' ? 'signed' : 'dispatched');
      if (this.started || !starts) continue;
      this.started = true;
      const from = ticket.backlog || startsAt === 'request' ? ticket.openedAt : at;
      this.usedMs = between(from, at);
      this.lastAt = at;
    }
    this.read = entries.length;
  }
}

function isWorkedOn(t: Ticket, { dispute, whistleKinds }: Rules): boolean {
  if (t.status === Status.disputed) return dispute.handlingClock === 'runs';
  const worked: readonly Status[] = [Status.dispatched, Status.signed, Status.handling, Status.merged];
  if (!worked.includes(t.status)) return false;
  return !t.summonses.some(
    ({ status, kind }) => status < SummonsStatus.released && whistleKinds[kind]!.leadClock === 'pauses',
  );
}

describe.each(sampleCities)(`the handling clock in a random life under %s (seed ${seed})`, (_, cityOf) => {
  const city = cityOf();

  it('uses exactly the time in which the ticket was worked on, whatever paused or moved its limit', () => {
    holdsInEveryLife((from, plan) => {
      const life = openLife(city, from);
      const own = new OwnClock(life);

      lead(life, plan, (led, said) => {
        own.count(led, said.at);
        perform(led, said);
        own.follow(led);

        assert.equal(used(led.ticket, led.rules, said.at), own.usedMs);
      });
    });
  });

  it('runs only while the ticket is worked on, and then names a deadline if its tier has one', () => {
    holdsInEveryLife((from, plan) => {
      const life = openLife(city, from);

      lead(life, plan, (led, said) => {
        perform(led, said);

        const { ticket, rules } = led;
        const started = rules.handling.startsAt === 'sign' ? ticket.signedAt : ticket.dispatchedAt;
        const runs = started !== NEVER && isWorkedOn(ticket, rules);
        assert.equal(ticket.runningSince !== NEVER, runs);
        if (!runs) return;
        assert.equal(ticket.dueAt === NEVER, rules.tiers[ticket.tier]!.limitMs === Number.POSITIVE_INFINITY);
      });
    });
  });
});

function used(t: Ticket, rules: Rules, now: EpochMs): number {
  if (t.runningSince === NEVER) return t.usedMs;
  return t.usedMs + rules.tiers[t.tier]!.calendar.between(t.runningSince, now);
}
