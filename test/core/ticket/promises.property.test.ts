import assert from 'node:assert/strict';
import { describe, it } from 'vitest';
import type { Rules } from '../../../functions/core/rules/rules.ts';
import { summonsesMax } from '../../../functions/core/ticket/limits.ts';
import { actBy, ownerOf } from '../../../functions/core/ticket/owner.ts';
import { wakeAt } from '../../../functions/core/ticket/promises.ts';
import { isTerminal, Status } from '../../../functions/core/ticket/status.ts';
import { noRating, type Summons, SummonsStatus, type Ticket } from '../../../functions/core/ticket/ticket.ts';
import { type EpochMs, NEVER } from '../../../functions/core/time.ts';
import { holdsInEveryLife, lead, openLife, perform, seed } from './life/run.ts';
import { sampleCities } from './life/sample-cities.ts';
import type { TicketLife } from './life/ticket-life.ts';

describe.each(sampleCities)(`a random life under %s (seed ${seed})`, (_, cityOf) => {
  const city = cityOf();
  const always = (law: (life: TicketLife) => void) =>
    holdsInEveryLife((from, plan) => {
      const life = openLife(city, from);
      law(life);
      lead(life, plan, (led, said) => {
        perform(led, said);
        law(led);
      });
    });

  it('gives every open ticket an owner, a next promise and a time to act by, and an ended one none', () => {
    always(({ ticket, rules }) => {
      const isOpen = !isTerminal(ticket.status);
      assert.equal(ownerOf(ticket, rules) !== undefined && ownerOf(ticket, rules) !== -1, isOpen);
      assert.equal(Number.isFinite(ticket.nextAt), isOpen, `next ${ticket.nextAt} in ${ticket.status}`);
      assert.equal(Number.isFinite(wakeAt(ticket)), isOpen);
      if (isOpen) assert.ok(Number.isFinite(actBy(ticket)), `nothing to act by in ${ticket.status}`);
    });
  });

  it('always wakes for the earliest promise, counted from the fields alone', () => {
    always(({ ticket, rules }) => assert.equal(ticket.nextAt, earliest(ticket, rules)));
  });

  it('has kept whatever it promised for before the last command', () => {
    always(({ ticket, now }) => {
      assert.ok(ticket.nextAt >= now || ticket.nextAt === ticket.elderCheckAt);
    });
  });

  it('numbers history and effects without gaps, in time that never runs backwards', () => {
    always(({ entries, effects, ticket }) => {
      entries.forEach(({ n, at }, i) => {
        assert.equal(n, i + 1);
        assert.ok(at >= (entries[i - 1]?.at ?? 0), `${entries[i]!.event} before ${entries[i - 1]?.event}`);
      });
      effects.forEach(({ n, at }, i) => {
        assert.equal(n, i + 1);
        assert.ok(at >= (effects[i - 1]?.at ?? 0));
      });
      assert.equal(ticket.entries, entries.length);
      assert.equal(ticket.effects, effects.length);
      assert.equal(ticket.lastAt, entries.at(-1)!.at);
    });
  });

  it('owes each effect because of the entry just written: of that event, at the same time', () => {
    always(({ entries, effects }) => {
      for (const { after, at, event } of effects) {
        const why = entries[after - 1];
        assert.deepEqual([why?.event, why?.at], [event, at], `${event} is owed before its entry`);
      }
    });
  });

  it('tells nobody the same thing twice at one time', () => {
    always(({ effects }) => {
      const told = effects.map(({ at, kind, to, event, after, about }) =>
        [at, kind, to, event, after, about].join(),
      );
      assert.equal(new Set(told).size, told.length, told.join('\n'));
    });
  });

  it('is overdue exactly when its deadline has passed and nobody has answered', () => {
    always(({ ticket, now }) => {
      const until = isDone(ticket) ? Math.min(ticket.answeredAt, ticket.closedAt) : now;
      if (ticket.dueAt === NEVER) return;
      // Paused when overdue and resumed, a clock that counts no nights may have exactly nothing left.
      const wasOverdue = ticket.overdueAt < ticket.dueAt && ticket.dueAt === until;
      const isOverdue = ticket.dueAt < until || wasOverdue;
      assert.equal(ticket.overdueAt !== NEVER, isOverdue, `due ${ticket.dueAt}, then ${until}`);
    });
  });

  it('scores an ended ticket once, for its lead, and an open one not at all', () => {
    always(({ ticket, effects }) => {
      const scored = effects.filter(
        ({ kind, event, about }) => kind === 'ledger' && about === undefined && event !== 'countedOverdue',
      );
      const expected = isTerminal(ticket.status) && ticket.lead !== -1 ? [ticket.lead] : [];
      assert.deepEqual(
        scored.map(({ to }) => to),
        expected,
      );
    });
  });

  it('enters each summons that reached its unit and ended once, for that unit', () => {
    always(({ ticket, effects, rules }) => {
      const entered = effects.filter(
        ({ kind, event, about }) => kind === 'ledger' && about !== undefined && event !== 'summonsRated',
      );
      const ended = ticket.summonses.flatMap((one, i) =>
        one.status >= SummonsStatus.released && hasReached(one, rules) ? [[i, one.unit]] : [],
      );
      assert.deepEqual(entered.map(({ about, to }) => [about!, to]).toSorted(), ended.toSorted());
    });
  });

  it('enters each rating once', () => {
    always(({ ticket, effects }) => {
      const entered = effects.filter(({ event, kind }) => event === 'summonsRated' && kind === 'ledger');
      const given = ticket.summonses.flatMap(({ rating, ratingBack }) => [rating, ratingBack]);
      assert.equal(entered.length, given.filter((points) => points !== noRating).length);
    });
  });

  it('calls no unit twice at once, and never more units than a ticket holds', () => {
    always(({ ticket }) => {
      const out = ticket.summonses.filter(({ status }) => status < SummonsStatus.released);
      assert.equal(new Set(out.map(({ unit }) => unit)).size, out.length);
      assert.ok(ticket.summonses.length <= summonsesMax);
      assert.ok(out.every(({ unit, blower }) => unit !== blower));
    });
  });

  it('counts what is open and overdue as each month ends, once, and nothing else', () => {
    holdsInEveryLife((from, plan) => {
      const life = openLife(city, from);
      const expected: EpochMs[] = [];
      lead(life, plan, (led, said) => {
        for (const end of monthEnds(led.now, said.at, city.rules.utcOffsetMs)) {
          led.advance(end);
          const { status, overdueAt } = led.ticket;
          const isLate = !isTerminal(status) && overdueAt < end;
          led.advance(end + 1);
          if (isLate && !isTerminal(led.ticket.status)) expected.push(end);
        }
        perform(led, said);
      });

      const counted = life.effects.filter(({ event }) => event === 'countedOverdue').map(({ at }) => at);
      if (!from.backlog) assert.deepEqual(counted, expected);
      else
        assert.ok(counted.every((at) => expected.includes(at)) && new Set(counted).size === counted.length);
    });
  });

  it('leaves no summons open once answered or ended', () => {
    always(({ ticket }) => {
      const isOut = ticket.summonses.filter(({ status }) => status < SummonsStatus.released).length;
      assert.equal(ticket.openSummonses, isOut);
      if (isDone(ticket)) assert.equal(isOut, 0);
    });
  });
});

const isDone = ({ status }: Ticket) =>
  status === Status.answered || status === Status.calledBack || isTerminal(status);

/** What the fields promise next, by a count of its own. */
function earliest(t: Ticket, rules: Rules): EpochMs {
  if (isTerminal(t.status)) return NEVER;
  const helpers = t.helpers.filter(({ doneAt, late }) => doneAt === NEVER && !late);
  return Math.min(
    rungAt(t, rules),
    t.dispatchLate ? NEVER : t.dispatchBy,
    t.signLate ? NEVER : t.signBy,
    t.contactLate ? NEVER : t.contactBy,
    t.arbitrationLate ? NEVER : t.arbitrateBy,
    t.callbackAt,
    t.reviewAt,
    t.elderCheckAt,
    ...helpers.map(({ dueAt }) => dueAt),
    t.countAt,
    ...t.summonses.map((summons) => summonsDueBy(summons, rules)),
  );
}

/** One that a district never passed on has not been called: it got no limit. */
const hasReached = ({ arriveBy, kind }: Summons, { whistleKinds }: Rules) =>
  arriveBy !== NEVER || !whistleKinds[kind]!.throughDistrict;

/** Until when somebody must act on a summons: what it says of itself, but the arrival is told by its own limit. */
function summonsDueBy({ status, late, missed, arriveBy, dueBy, kind }: Summons, rules: Rules): EpochMs {
  if (status >= SummonsStatus.arrived) return NEVER;
  if (status === SummonsStatus.routed || status === SummonsStatus.contested) return dueBy;
  if (!late) return arriveBy;
  return missed ? NEVER : Math.max(arriveBy + rules.whistleKinds[kind]!.missedAfterMs, dueBy);
}

/** The last milliseconds of the months from `from` to before `to`, counted by hand from September 2018. */
function* monthEnds(from: EpochMs, to: EpochMs, utcOffsetMs: number): Generator<EpochMs> {
  for (let month = 0; ; month += 1) {
    const end = Date.UTC(2018, 9 + month, 1) - utcOffsetMs - 1;
    if (end >= to) return;
    if (end >= from) yield end;
  }
}

/** The next rung from the clock's own fields; one that was passed when the clock was set stands at that time. */
function rungAt(t: Ticket, { ladder, tiers }: Rules): EpochMs {
  if (t.runningSince === NEVER || t.limitMs === Number.POSITIVE_INFINITY || t.rung >= ladder.count)
    return NEVER;
  const counted = Math.round(t.limitMs * ladder.share[t.rung]!) + ladder.afterMs[t.rung]!;
  const at = tiers[t.tier]!.calendar.add(t.runningSince, counted - t.usedMs);
  return at < t.rungAt ? t.rungAt : at;
}
