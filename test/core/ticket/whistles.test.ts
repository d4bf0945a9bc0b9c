import { describe, expect, it } from 'vitest';
import { Actor } from '../../../functions/core/ticket/actor.ts';
import { requestKinds } from '../../../functions/core/ticket/kinds.ts';
import {
  commandEntriesMax,
  entriesMax,
  helpersMax,
  summonsesMax,
} from '../../../functions/core/ticket/limits.ts';
import { dayMs, hourMs, minuteMs, NEVER } from '../../../functions/core/time.ts';
import { beijing } from '../../support/beijing.ts';
import { Case, monday } from '../../support/case.ts';
import { otherwise } from './life/sample-cities.ts';

const city = beijing('beijing-2019');
const request = { itemCode: '0101-01', placeCode: '110101017' };
const emergency = city.rules.whistleByKey.get('emergency')!;
const ofKind = (...kinds: string[]) =>
  city.rules.units.kinds.flatMap((kind, unit) => (kinds.includes(kind) ? [unit] : []));

describe('a whistle', () => {
  const one = () => new Case(city, request, monday);

  it('is refused where it calls nobody, itself, somebody twice, or whom its kind does not call', () => {
    const pipe = one();
    const blow = (codes: string[], kind = emergency) =>
      pipe.ask({ type: 'blowWhistle', kind, units: codes.map((code) => pipe.unit(code)) }, monday);

    expect(blow([])).toMatchObject({ field: 'unitCodes', reason: 'nobody is called' });
    expect(blow(['water', 'water'])).toMatchObject({ code: 'INVALID', field: 'unitCodes.1' });
    expect(blow(['water', '110101001'])).toEqual({
      code: 'NOT_IN_REMIT',
      rule: 'whistleKinds.emergency.summons',
      field: 'unitCodes.1',
    });
    expect(pipe.ticket.summonses).toEqual([]);
    expect(blow(['water'])).toBeUndefined();
    expect(blow(['water'])).toMatchObject({ reason: 'this unit is already called to this ticket' });
  });

  it('lets a unit decline before it has arrived, and not after', () => {
    const pipe = one();
    const [water, police] = ['water', 'police'].map((code) => pipe.unit(code));
    pipe.ask({ type: 'blowWhistle', kind: emergency, units: [water!, police!] }, monday);
    pipe.ask({ type: 'arrive' }, monday + minuteMs, police);

    expect(pipe.ask({ type: 'declineSummons' }, monday + minuteMs, water)).toBeUndefined();
    expect(pipe.ask({ type: 'declineSummons' }, monday + minuteMs, police)).toMatchObject({
      code: 'ALREADY_DONE',
    });
    expect(pipe.ask({ type: 'declineSummons' }, monday + minuteMs, water)).toMatchObject({
      code: 'ALREADY_DONE',
    });
    expect(pipe.ticket.openSummonses).toBe(2);
  });

  it('holds up every way out while somebody is out, until a supervisor gives the call up', () => {
    const pipe = one();
    pipe.ask({ type: 'sign' }, monday);
    const water = pipe.unit('water');
    pipe.ask({ type: 'blowWhistle', kind: emergency, units: [water] }, monday);
    const out = { code: 'SUMMONS_OPEN', open: 1 };

    for (const type of ['answer', 'dispute', 'merge'] as const)
      expect(pipe.ask({ type }, monday)).toEqual(out);
    expect(pipe.ask({ type: 'suspend', reviewAt: NEVER }, monday, pipe.unit('110101'))).toEqual(out);
    pipe.ask({ type: 'failSummons', unit: water }, monday + hourMs, pipe.unit('110101'));
    expect(pipe.ask({ type: 'answer' }, monday + hourMs)).toBeUndefined();
  });

  it('pauses the clock as long as one of its kind is out, whoever else is', () => {
    const { rules } = otherwise();
    const pipe = new Case(otherwise(), { ...request, tier: rules.tierByKey.get('basics')! }, monday);
    const place = pipe.unit('110101017');
    pipe.ask({ type: 'sign' }, monday);
    const [water, police] = ['water', 'police'].map((code) => pipe.unit(code));
    const pauses = rules.whistleByKey.get('enforcement')!;
    pipe.ask({ type: 'blowWhistle', kind: pauses, units: [water!] }, monday + hourMs, place);
    pipe.ask({ type: 'blowWhistle', kind: emergency, units: [police!] }, monday + hourMs, place);
    expect(pipe.ticket.dueAt).toBe(NEVER);

    pipe.ask({ type: 'declineSummons' }, monday + 4 * hourMs, water);
    expect(pipe.ticket.dueAt).toBe(NEVER);
    pipe.ask(
      { type: 'ruleOnSummons', unit: water!, excused: true },
      monday + 5 * hourMs,
      pipe.unit('110101'),
    );

    expect(pipe.ticket.dueAt).toBe(monday + 5 * hourMs + 23 * hourMs);
  });

  it('lets everybody go who was still out when the ticket ends, and tells them', () => {
    const pipe = one();
    const water = pipe.unit('water');
    pipe.ask({ type: 'blowWhistle', kind: emergency, units: [water] }, monday);

    pipe.ask({ type: 'withdraw' }, monday + minuteMs, Actor.hotline);

    const told = pipe.owed.filter(({ event, to }) => event === 'withdrawn' && to === water);
    expect(told.map(({ kind }) => kind)).toEqual(['notice', 'view', 'ledger']);
    expect(pipe.ticket.openSummonses).toBe(0);
  });
});

describe('an answer on the spot', () => {
  const settle = (kind: (typeof requestKinds)[number], by?: number) => {
    const one = new Case(city, { ...request, kind: requestKinds.indexOf(kind) }, monday);
    return { one, refusal: one.ask({ type: 'answerOnTheSpot' }, monday, by) };
  };

  it('is for the hotline, or for the lead of a consult; a lead cannot spare itself a callback', () => {
    const notSo = { code: 'NOT_IN_REMIT', rule: 'intake.onTheSpot' };

    expect(settle('consult').one.status).toBe('closed');
    expect(settle('help', Actor.hotline).one.status).toBe('closed');
    expect(settle('complaint').refusal).toEqual(notSo);
    expect(settle('report', Actor.hotline).refusal).toEqual(notSo);
  });

  it('waits for who was summoned', () => {
    const one = new Case(city, { ...request, kind: requestKinds.indexOf('consult') }, monday);
    one.ask({ type: 'blowWhistle', kind: emergency, units: [one.unit('water')] }, monday);

    expect(one.ask({ type: 'answerOnTheSpot' }, monday)).toEqual({ code: 'SUMMONS_OPEN', open: 1 });
  });
});

describe('the limits of a ticket', () => {
  it('refuse more helpers and summonses than it holds, and change nothing', () => {
    const one = new Case(city, request, monday);
    const others = ofKind('department', 'enterprise', 'bureau').slice(0, summonsesMax + 1);
    for (const unit of others.slice(0, helpersMax)) one.ask({ type: 'addHelper', unit }, monday);

    expect(one.ask({ type: 'addHelper', unit: others[helpersMax]! }, monday)).toMatchObject({
      what: 'helpers',
    });
    expect(one.ask({ type: 'blowWhistle', kind: emergency, units: others }, monday)).toEqual({
      code: 'CAPACITY',
      what: 'summonses',
      max: summonsesMax,
    });
    expect(one.ticket.summonses).toEqual([]);
  });

  it('never let chatter lock it: full of remarks, everybody out and late, it can still be brought to its end', () => {
    const one = new Case(city, request, monday);
    for (let n = one.ticket.entries; n < commandEntriesMax - 1; n += 1) one.ask({ type: 'note' }, monday);
    const units = ofKind('department', 'enterprise', 'bureau').slice(0, summonsesMax);
    one.ask({ type: 'blowWhistle', kind: emergency, units }, monday);
    expect(one.ask({ type: 'note' }, monday)).toEqual({
      code: 'CAPACITY',
      what: 'history',
      max: commandEntriesMax,
    });

    one.until(monday + dayMs);
    const district = one.unit('110101');
    expect(one.ask({ type: 'sign' }, monday + dayMs)).toBeUndefined();
    for (const unit of units)
      expect(one.ask({ type: 'failSummons', unit }, monday + dayMs, district)).toBeUndefined();
    for (let day = 1; one.status !== 'closed' && day < 20; day += 2) {
      one.ask({ type: 'answer' }, monday + day * dayMs);
      const callback = { reached: true, responded: 1, resolved: 2, satisfied: 2 } as const;
      one.ask({ type: 'recordCallback', ...callback }, monday + (day + 1) * dayMs, Actor.hotline);
      one.ask({ type: 'close' }, monday + (day + 1) * dayMs, district);
    }

    expect(one.status).toBe('closed');
    expect(one.ticket.entries).toBeLessThan(entriesMax);
  });

  it('keep a ticket left alone for twenty years short: a line for each month it is counted as overdue', () => {
    const one = new Case(city, request, monday).until(monday + 20 * 365 * dayMs);

    expect(one.times('countedOverdue')).toHaveLength(20 * 12);
    expect(one.ticket.entries).toBeLessThan(20 * 12 + 30);
    expect(one.status).toBe('dispatched');
  });
});
