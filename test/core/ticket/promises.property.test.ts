import assert from 'node:assert/strict';
import { describe, it } from 'vitest';
import type { Rules } from '../../../functions/core/rules/rules.ts';
import { actBy, ownerOf } from '../../../functions/core/ticket/owner.ts';
import { wakeAt } from '../../../functions/core/ticket/promises.ts';
import { isTerminal, Status } from '../../../functions/core/ticket/status.ts';
import { SummonsStatus, type Ticket } from '../../../functions/core/ticket/ticket.ts';
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

  it('owes each effect because of the entry just written, of the same time', () => {
    always(({ entries, effects }) => {
      for (const { after, at, event } of effects) {
        assert.equal(entries[after - 1]?.at, at, `${event} is owed before its entry`);
      }
    });
  });

  it('tells nobody the same thing twice at one time', () => {
    always(({ effects }) => {
      const told = effects.map(({ at, kind, to, event, after }) => [at, kind, to, event, after].join());
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
      const scored = effects.filter(({ kind }) => kind === 'ledger').map(({ to }) => to);
      assert.deepEqual(scored, isTerminal(ticket.status) && ticket.lead !== -1 ? [ticket.lead] : []);
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
  const expected = t.summonses.filter(({ status, late }) => status <= SummonsStatus.acknowledged && !late);
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
    ...expected.map(({ arriveBy }) => arriveBy),
  );
}

/** The next rung from the clock's own fields; one that was passed when the clock was set stands at that time. */
function rungAt(t: Ticket, { ladder, tiers }: Rules): EpochMs {
  if (t.runningSince === NEVER || t.limitMs === Number.POSITIVE_INFINITY || t.rung >= ladder.count)
    return NEVER;
  const counted = Math.round(t.limitMs * ladder.share[t.rung]!) + ladder.afterMs[t.rung]!;
  const at = tiers[t.tier]!.calendar.add(t.runningSince, counted - t.usedMs);
  return at < t.rungAt ? t.rungAt : at;
}
