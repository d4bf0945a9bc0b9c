import { describe, expect, it } from 'vitest';
import { Actor } from '../../../functions/core/ticket/actor.ts';
import { Answer, Outcome } from '../../../functions/core/ticket/kinds.ts';
import { dayMs, hourMs, minuteMs } from '../../../functions/core/time.ts';
import { beijing } from '../../support/beijing.ts';
import { Case, monday } from '../../support/case.ts';

const city = beijing('beijing-2019');
const { yes, no, unknown } = Answer;
const said = {
  type: 'recordCallback',
  reached: true,
  responded: yes,
  resolved: yes,
  satisfied: yes,
} as const;
const notReached = { ...said, reached: false, responded: unknown, resolved: unknown, satisfied: unknown };
const unresolved = { ...said, resolved: no, satisfied: no };

/** A ticket answered an hour after it came. */
function answered(placeCode = '110101017') {
  const one = new Case(
    city,
    { itemCode: '0101-01', placeCode, tier: city.rules.tierByKey.get('general')! },
    monday,
  );
  one.ask({ type: 'sign' }, monday + minuteMs);
  one.ask({ type: 'answer' }, monday + hourMs);
  return one;
}
const call = (one: Case, what: typeof said | typeof notReached, at: number) =>
  one.ask(what, at, Actor.hotline);

describe('a second callback', () => {
  it('does not take over what the citizen said at the first', () => {
    const one = answered();
    one.ask(unresolved, monday + 2 * hourMs, Actor.hotline);
    one.ask({ type: 'answer' }, monday + dayMs);
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      one.ask(notReached, monday + dayMs + attempt * 5 * hourMs, Actor.hotline);
    }

    expect(one.status).toBe('closed');
    expect(one.ticket.outcome).toBe(Outcome.unreachable);
    expect([one.ticket.resolved, one.ticket.satisfied]).toEqual([unknown, unknown]);
  });
});

describe('a callback', () => {
  it('may find the matter resolved and the citizen not satisfied', () => {
    const one = answered();
    call(one, { ...said, satisfied: no } as never, monday + 2 * hourMs);

    expect([one.status, one.ticket.outcome]).toEqual(['closed', Outcome.resolved]);
    expect([one.ticket.resolved, one.ticket.satisfied]).toEqual([yes, no]);
  });

  it('is tried again hours later, and after the last attempt the ticket closes as unreachable', () => {
    const one = answered();
    const attempts = [2, 7, 12].map((hour) => monday + hour * hourMs);

    call(one, notReached, attempts[0]!);
    expect([one.status, one.ticket.callbackAt]).toEqual(['answered', attempts[0]! + 4 * hourMs]);
    call(one, notReached, attempts[1]!);
    call(one, notReached, attempts[2]!);

    expect([one.status, one.ticket.outcome]).toEqual(['closed', Outcome.unreachable]);
    expect(one.lines.at(-1)?.rule).toBe('callback.attemptsMax');
    expect(one.owed.filter(({ kind }) => kind === 'callback')).toHaveLength(3);
  });

  it('that nobody makes within its window closes the ticket as not called, stamped with that time', () => {
    const one = answered().until(monday + 60 * dayMs);

    expect(one.ticket.outcome).toBe(Outcome.notCalled);
    expect(one.ticket.closedAt).toBe(monday + hourMs + 7 * dayMs);
    expect(one.lines.slice(-2)).toMatchObject([
      { event: 'callbackMissed' },
      { event: 'closed', rule: 'callback.window' },
    ]);
  });
});

describe('a matter that is not resolved', () => {
  const failTwice = (one: Case) => {
    for (const round of [1, 2]) {
      call(one, unresolved as never, monday + round * dayMs);
      one.ask({ type: 'answer' }, monday + round * dayMs + hourMs);
    }
    call(one, unresolved as never, monday + 3 * dayMs);
  };

  it('goes back to its lead with half of the limit', () => {
    const one = answered();
    call(one, unresolved as never, monday + dayMs);

    expect([one.status, one.leadCode]).toEqual(['handling', '110101017']);
    expect(one.ticket.dueAt).toBe(monday + dayMs + 3.5 * dayMs);
  });

  it('stands under supervision when it has been sent back often enough, and only a supervisor moves it', () => {
    const one = answered();
    failTwice(one);
    const district = one.unit('110101');

    expect([one.status, one.ticket.reopens, one.ticket.supervisor]).toEqual(['calledBack', 2, district]);
    expect(one.ask({ type: 'answer' }, monday + 4 * dayMs)).toEqual({
      code: 'NOT_ACCEPTED',
      status: 'calledBack',
      accepted: expect.arrayContaining(['reopen', 'close']),
    });
    one.ask({ type: 'reopen' }, monday + 4 * dayMs, district);
    expect([one.status, one.ticket.reopens]).toEqual(['handling', 3]);
  });

  it('is supervised by the city where the district itself leads', () => {
    const one = answered('110101');
    failTwice(one);

    expect([one.status, one.ticket.supervisor]).toEqual(['calledBack', city.rules.units.city]);
    one.ask({ type: 'close' }, monday + 4 * dayMs, city.rules.units.city);
    expect(one.ticket.outcome).toBe(Outcome.unresolved);
  });
});
