import { describe, expect, it } from 'vitest';
import { Actor } from '../../../functions/core/ticket/actor.ts';
import { keep } from '../../../functions/core/ticket/command.ts';
import { Answer } from '../../../functions/core/ticket/kinds.ts';
import { open } from '../../../functions/core/ticket/open.ts';
import type { Out } from '../../../functions/core/ticket/out.ts';
import { Ticket } from '../../../functions/core/ticket/ticket.ts';
import { dayMs, hourMs, minuteMs, secondMs } from '../../../functions/core/time.ts';
import { beijing } from '../../support/beijing.ts';
import { Case, monday } from '../../support/case.ts';

const burstPipe = { itemCode: '0101-01', placeCode: '110101017' };

describe('a burst pipe under beijing-2019', () => {
  const city = beijing('beijing-2019');

  it('goes straight to the subdistrict with two hours to go', () => {
    const pipe = new Case(city, burstPipe, monday);

    expect(pipe.leadCode).toBe('110101017');
    expect(pipe.status).toBe('dispatched');
    expect(pipe.ticket.dueAt).toBe(monday + 2 * hourMs);
    expect(pipe.lines.at(-1)).toMatchObject({ event: 'dispatched', rule: 'dispatch.routing.subdistrict' });
  });

  it('tells the lead and the platform its deadline with the first word', () => {
    const told: number[] = [];
    const ticket = new Ticket();
    const { rules } = city;
    const out: Out = { entry: () => {}, effect: (_n, _at, _kind, _to, _event, t) => told.push(t.dueAt) };
    const place = rules.units.byCode.get('110101017')!;
    const item = rules.items.byCode.get('0101-01')!;

    open(
      ticket,
      { kind: 1, item, place, guessed: false, tier: keep, requestedAt: monday, backlog: false },
      monday,
      rules,
      out,
    );

    expect(told).toEqual([monday + 2 * hourMs, monday + 2 * hourMs]);
  });

  it('is whistled for: who arrives at 30:00 is in time, who arrives at 30:01 is late', () => {
    const pipe = new Case(city, burstPipe, monday);
    pipe.ask({ type: 'sign' }, monday + minuteMs);
    const called = monday + 10 * minuteMs;
    const units = ['ent-water', 'water', 'police'].map((code) => pipe.unit(code));
    const kind = city.rules.whistleByKey.get('emergency')!;

    expect(pipe.ask({ type: 'blowWhistle', kind, units }, called)).toBeUndefined();
    pipe.ask({ type: 'arrive' }, called + 12 * minuteMs, units[0]);
    pipe.ask({ type: 'arrive' }, called + 30 * minuteMs, units[1]);
    pipe.ask({ type: 'arrive' }, called + 30 * minuteMs + secondMs, units[2]);

    expect(pipe.ticket.summonses.map(({ late }) => late)).toEqual([false, false, true]);
    expect(pipe.times('arrivalOverdue')).toEqual([called + 30 * minuteMs]);
  });

  it('cannot be answered while somebody summoned is still there, then is answered, called back and closed', () => {
    const pipe = new Case(city, burstPipe, monday);
    pipe.ask({ type: 'sign' }, monday + minuteMs);
    const unit = pipe.unit('ent-water');
    const kind = city.rules.whistleByKey.get('emergency')!;
    pipe.ask({ type: 'blowWhistle', kind, units: [unit] }, monday + 2 * minuteMs);

    const early = pipe.ask({ type: 'answer' }, monday + 20 * minuteMs);
    pipe.ask({ type: 'arrive' }, monday + 21 * minuteMs, unit);
    const tooSoon = pipe.ask({ type: 'release', unit }, monday + 22 * minuteMs);
    pipe.ask({ type: 'finishTask' }, monday + 60 * minuteMs, unit);
    const byAnother = pipe.ask({ type: 'release', unit }, monday + 61 * minuteMs, pipe.unit('110101'));
    pipe.ask({ type: 'release', unit }, monday + 61 * minuteMs);
    const answered = pipe.ask({ type: 'answer' }, monday + 2 * hourMs);
    const { yes } = Answer;
    const callback = { reached: true, responded: yes, resolved: yes, satisfied: yes };
    pipe.ask({ type: 'recordCallback', ...callback }, monday + 3 * hourMs, Actor.hotline);

    expect(early).toEqual({ code: 'SUMMONS_OPEN', open: 1 });
    expect(tooSoon).toMatchObject({ code: 'INVALID' });
    expect(byAnother).toMatchObject({ code: 'NOT_IN_REMIT' });
    expect(answered).toBeUndefined();
    expect(pipe.status).toBe('closed');
    expect(pipe.ticket.overdueAt).toBe(Number.POSITIVE_INFINITY);
    const entered = pipe.owed.filter(({ kind: effect }) => effect === 'ledger');
    expect(entered.map(({ to, event, about }) => [to, event, about])).toEqual([
      [unit, 'released', 0],
      [pipe.ticket.lead, 'closed', undefined],
    ]);
  });
});

describe('the same pipe under beijing-2023', () => {
  it('goes to the water company by the catalogue, with its helpers, and says why', () => {
    const pipe = new Case(beijing('beijing-2023'), burstPipe, monday);

    expect(pipe.leadCode).toBe('ent-water');
    expect(pipe.lines.find(({ event }) => event === 'dispatched')?.rule).toBe(
      'catalogue.0101-01.lead=unit:ent-water',
    );
    expect(pipe.ticket.helpers).toHaveLength(2);
  });

  it('is called back at the deadline, not at the answer', () => {
    const pipe = new Case(beijing('beijing-2023'), burstPipe, monday);
    pipe.ask({ type: 'sign' }, monday + minuteMs);
    pipe.ask({ type: 'answer' }, monday + 10 * minuteMs);

    expect(pipe.ticket.callbackAt).toBe(monday + 2 * hourMs);
  });
});

describe('a ticket nobody touches', () => {
  it('climbs each rung once, at its time, however late the wake-up', () => {
    const pipe = new Case(beijing('beijing-2019'), burstPipe, monday).until(monday + 3 * dayMs);

    expect(pipe.times('signOverdue')).toEqual([monday + 2 * hourMs]);
    expect(pipe.times('rungClimbed')).toEqual([
      monday + hourMs,
      monday + 1.6 * hourMs,
      monday + 2 * hourMs,
      monday + 26 * hourMs,
    ]);
    expect(pipe.ticket.overdueAt).toBe(monday + 2 * hourMs);
  });

  it('is on time when answered exactly at the deadline and late one millisecond after it', () => {
    const answerAt = (at: number) => {
      const pipe = new Case(beijing('beijing-2019'), burstPipe, monday);
      pipe.ask({ type: 'sign' }, monday + minuteMs);
      pipe.ask({ type: 'answer' }, at);
      return pipe.ticket.overdueAt;
    };

    expect(answerAt(monday + 2 * hourMs)).toBe(Number.POSITIVE_INFINITY);
    expect(answerAt(monday + 2 * hourMs + 1)).toBe(monday + 2 * hourMs);
  });
});
