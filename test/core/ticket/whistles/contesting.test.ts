import { describe, expect, it } from 'vitest';
import { hourMs, minuteMs } from '../../../../functions/core/time.ts';
import { monday } from '../../../support/case.ts';
import { district, street, Whistled } from './own-whistles.ts';

const rulingLimit = 24 * hourMs;

function declined(at = monday + 10 * minuteMs) {
  const one = new Whistled();
  one.blow('emergency', ['water', 'police']);
  one.ask({ type: 'declineSummons' }, at, one.unit('water'));
  const rule = (excused: boolean, when: number, by = district) =>
    one.ask({ type: 'ruleOnSummons', unit: one.unit('water'), excused }, when, one.unit(by));
  return { one, rule };
}

describe('a declined summons', () => {
  it('stands open until the district has ruled; excused, it ends without having been late', () => {
    const { one, rule } = declined();
    expect(one.ticket.openSummonses).toBe(2);
    expect(one.told('summonsDeclined')).toEqual([street, district]);

    one.until(monday + 5 * hourMs);
    expect(rule(true, monday + 5 * hourMs)).toBeUndefined();

    expect(one.stands('water')).toBe('declined');
    expect(one.summonsOf('water').late).toBe(false);
    expect(one.ticket.openSummonses).toBe(1);
    expect(rule(true, monday + 5 * hourMs)).toEqual({ code: 'NO_SUCH_SUMMONS' });
  });

  it('upheld, is a call with a fresh limit that cannot be declined again', () => {
    const { one, rule } = declined();

    expect(rule(false, monday + hourMs)).toBeUndefined();

    expect(one.summonsOf('water').arriveBy).toBe(monday + hourMs + 30 * minuteMs);
    const again = one.ask({ type: 'declineSummons' }, monday + hourMs, one.unit('water'));
    expect(again).toEqual({ code: 'ALREADY_DONE', what: 'summonsDeclined' });
    one.until(monday + hourMs + 30 * minuteMs + 1);
    expect(one.summonsOf('water').late).toBe(true);
  });

  it('declined after its limit stays late, whatever the ruling', () => {
    const { one, rule } = declined(monday + 40 * minuteMs);

    rule(false, monday + 50 * minuteMs);
    expect(one.summonsOf('water').arriveBy).toBe(monday + 30 * minuteMs);
    one.until(monday + 3 * hourMs);

    expect(one.summonsOf('water').late).toBe(true);
    expect(one.times('arrivalMissed')).toContain(monday + hourMs);
    expect(one.ask({ type: 'arrive' }, monday + 3 * hourMs, one.unit('water'))).toBeUndefined();
  });

  it('is told to the city when nobody rules in time', () => {
    const { one } = declined();

    one.until(monday + 10 * minuteMs + rulingLimit + 1);

    expect(one.times('rulingOverdue')).toEqual([monday + 10 * minuteMs + rulingLimit]);
    expect(one.told('rulingOverdue')).toEqual([district, '110000']);
  });

  it('is ruled on by the city where the district is the one that was called', () => {
    const { one } = declined();
    one.summonsOf('water').unit = one.unit(district);
    const rule = (by: string) =>
      one.ask(
        { type: 'ruleOnSummons', unit: one.unit(district), excused: true },
        monday + hourMs,
        one.unit(by),
      );

    expect(rule(district)).toMatchObject({ code: 'NOT_IN_REMIT' });
    expect(rule('110000')).toBeUndefined();
  });

  it('is ruled on by the city where the district is a party, and by nobody who is not asked', () => {
    const { one, rule } = declined();
    one.summonsOf('water').blower = one.unit(district);

    expect(rule(true, monday + hourMs)).toEqual({
      code: 'NOT_IN_REMIT',
      rule: 'dispute.arbiter',
      field: 'unitCode',
    });
    expect(rule(true, monday + hourMs, '110000')).toBeUndefined();
    expect(
      one.ask({ type: 'ruleOnSummons', unit: one.unit('police'), excused: true }, monday, one.unit(district)),
    ).toEqual({ code: 'OUT_OF_TURN', reason: 'it has not been declined' });
  });
});

describe('a reminder to a summoned unit', () => {
  it('goes to whoever has to act on the summons as it stands', () => {
    const one = new Whistled();
    one.blow('emergency', ['water']);
    const urge = () => one.ask({ type: 'urgeSummons', unit: one.unit('water') }, monday, one.unit(street));

    urge();
    one.ask({ type: 'passOn', unit: one.unit('water'), to: -1 }, monday, one.unit(district));
    urge();
    one.work('water', monday);

    expect(one.told('summonsUrged')).toEqual([district, 'water']);
    expect(urge()).toEqual({ code: 'OUT_OF_TURN', reason: 'its task is done' });
  });
});
