import { describe, expect, it } from 'vitest';
import { minuteMs } from '../../../../functions/core/time.ts';
import { monday } from '../../../support/case.ts';
import { district, street, Whistled } from './own-whistles.ts';

const called = () => {
  const one = new Whistled();
  one.blow('emergency', ['water', 'police']);
  return one;
};
const limit = monday + 30 * minuteMs;

describe('an arrival', () => {
  it.each([
    [limit, false],
    [limit + 1, true],
    [limit + 1_000, true],
  ])('at %d is late: %s', (at, late) => {
    const one = called();

    one.ask({ type: 'arrive' }, at, one.unit('water'));

    expect(one.summonsOf('water')).toMatchObject({ arrivedAt: at, late });
    expect(one.times('arrivalOverdue')).toEqual(late ? [limit, limit] : []);
  });

  it('that is missed is told to the unit, the blower and who is over it; twice the limit later to the city', () => {
    const one = called();
    one.ask({ type: 'arrive' }, monday + minuteMs, one.unit('police'));

    one.until(limit + 30 * minuteMs + 1);

    expect(one.told('arrivalOverdue')).toEqual(['water', street, '110000']);
    expect(one.times('arrivalMissed')).toEqual([limit + 30 * minuteMs]);
    expect(one.told('arrivalMissed')).toEqual(['110000', street]);
    one.until(limit + 600 * minuteMs);
    expect(one.times('arrivalMissed')).toHaveLength(1);
  });

  it('is refused from another area, and taken from the ticket’s, from one that holds it, or from one unknown', () => {
    const from = (code: string) => {
      const one = called();
      return one.ask({ type: 'arrive', place: one.unit(code) }, monday, one.unit('water'));
    };

    expect(from('110101001')).toEqual({
      code: 'INVALID',
      field: 'place',
      reason: 'this is another area than the ticket’s',
    });
    expect(from('110105')).toMatchObject({ field: 'place' });
    expect(from(street)).toBeUndefined();
    expect(from(district)).toBeUndefined();
    const untold = called();
    expect(untold.ask({ type: 'arrive' }, monday, untold.unit('water'))).toBeUndefined();
  });

  it('comes before the task, which may be started and is done once', () => {
    const one = called();
    const water = one.unit('water');
    const ask = (type: 'startTask' | 'finishTask' | 'arrive') => one.ask({ type }, monday, water);

    expect(ask('startTask')).toEqual({ code: 'OUT_OF_TURN', reason: 'arrive first' });
    expect(ask('finishTask')).toEqual({ code: 'OUT_OF_TURN', reason: 'arrive first' });
    expect(ask('arrive')).toBeUndefined();
    expect(ask('startTask')).toBeUndefined();
    expect(one.stands('water')).toBe('working');
    expect(ask('startTask')).toMatchObject({ code: 'ALREADY_DONE' });
    expect(ask('finishTask')).toBeUndefined();
    expect(ask('finishTask')).toMatchObject({ code: 'ALREADY_DONE' });
  });
});

describe('a summoned unit', () => {
  it('says once that it is on its way, and arrives once', () => {
    const one = called();
    const ask = (type: 'acknowledgeSummons' | 'arrive') => one.ask({ type }, monday, one.unit('water'));

    expect(ask('acknowledgeSummons')).toBeUndefined();
    expect(ask('acknowledgeSummons')).toEqual({ code: 'ALREADY_DONE', what: 'summonsAcknowledged' });
    expect(ask('arrive')).toBeUndefined();
    expect(ask('arrive')).toEqual({ code: 'ALREADY_DONE', what: 'arrived' });
    expect(one.ask({ type: 'declineSummons' }, monday, one.unit('water'))).toEqual({
      code: 'ALREADY_DONE',
      what: 'arrived',
    });
    expect(one.ask({ type: 'sendStandIn', unit: one.unit('ent-water') }, monday, one.unit('water'))).toEqual({
      code: 'OUT_OF_TURN',
      reason: 'a stand-in comes before the unit itself has arrived or declined',
    });
  });

  it('has nothing to do before the district has passed the call on', () => {
    const one = new Whistled();
    one.blow('emergency', ['water']);
    const water = one.unit('water');
    const notYet = { code: 'OUT_OF_TURN', reason: 'the district has not passed it on yet' };

    for (const type of ['acknowledgeSummons', 'arrive', 'declineSummons'] as const) {
      expect(one.ask({ type }, monday, water)).toEqual(notYet);
    }
    expect(one.ask({ type: 'sendStandIn', unit: one.unit('ent-water') }, monday, water)).toEqual(notYet);
  });
});

describe('a stand-in', () => {
  it('takes the place of the unit called, within its limit, and history names both', () => {
    const one = called();
    const [water, company] = [one.unit('water'), one.unit('ent-water')];

    expect(one.ask({ type: 'sendStandIn', unit: company }, monday + minuteMs, water)).toBeUndefined();

    expect(one.summonsOf('ent-water')).toMatchObject({ standsFor: water, arriveBy: limit });
    expect(one.lines.at(-1)).toMatchObject({ event: 'standInSent', by: water, unit: company });
    expect(one.ask({ type: 'arrive' }, monday, water)).toEqual({ code: 'NO_SUCH_SUMMONS' });
    expect(one.ask({ type: 'arrive' }, limit, company)).toBeUndefined();
  });

  it('may come for a unit that has said it is on its way', () => {
    const one = called();
    const water = one.unit('water');
    one.ask({ type: 'acknowledgeSummons' }, monday, water);

    expect(one.stands('water')).toBe('acknowledged');
    expect(one.ask({ type: 'sendStandIn', unit: one.unit('ent-water') }, monday, water)).toBeUndefined();
    expect(one.stands('ent-water')).toBe('called');
  });

  it('may say that it has no part in this, also when the unit it came for had said so in vain', () => {
    const one = called();
    const [water, company] = [one.unit('water'), one.unit('ent-water')];
    one.ask({ type: 'declineSummons' }, monday, water);
    one.ask({ type: 'ruleOnSummons', unit: water, excused: false }, monday, one.unit('110101'));
    one.ask({ type: 'sendStandIn', unit: company }, monday, water);

    expect(one.ask({ type: 'declineSummons' }, monday, company)).toBeUndefined();
    expect(one.ask({ type: 'declineSummons' }, monday, company)).toMatchObject({ code: 'ALREADY_DONE' });
  });

  it('is none that the whistle may not call, that is called already, or that comes too late', () => {
    const one = called();
    const send = (code: string, at = monday) =>
      one.ask({ type: 'sendStandIn', unit: one.unit(code) }, at, one.unit('water'));

    expect(send('110101001')).toMatchObject({ code: 'NOT_IN_REMIT', rule: 'whistleKinds.emergency.summons' });
    expect(send('police')).toMatchObject({ code: 'INVALID', field: 'unitCode' });
    expect(send('ent-water', limit + 1)).toEqual({
      code: 'OUT_OF_TURN',
      reason: 'its arrival limit has passed',
    });
  });
});
