import { describe, expect, it } from 'vitest';
import { Actor } from '../../../../functions/core/ticket/actor.ts';
import { hourMs, minuteMs } from '../../../../functions/core/time.ts';
import { monday } from '../../../support/case.ts';
import { district, street, Whistled } from './own-whistles.ts';

function released(kind = 'emergency') {
  const one = new Whistled();
  one.blow(kind, ['water', 'police']);
  one.work('water', monday + minuteMs);
  const by = kind === 'emergency' ? street : district;
  one.ask({ type: 'release', unit: one.unit('water') }, monday + hourMs, one.unit(by));
  const rate = (rater: string, code: string, points = 90) =>
    one.ask({ type: 'rateSummons', unit: one.unit(code), points }, monday + 2 * hourMs, one.unit(rater));
  return { one, rate };
}

describe('a rating', () => {
  it('is given by both sides where the kind says so, once each, and enters the ledger of who is rated', () => {
    const { one, rate } = released();

    expect(rate(street, 'water', 95)).toBeUndefined();
    expect(rate('water', street, 80)).toBeUndefined();
    expect(rate(street, 'water', 10)).toEqual({ code: 'ALREADY_DONE', what: 'summonsRated' });
    expect(rate('water', street, 10)).toEqual({ code: 'ALREADY_DONE', what: 'summonsRated' });

    expect(one.summonsOf('water')).toMatchObject({ rating: 95, ratingBack: 80 });
    expect(one.told('summonsRated', 'ledger')).toEqual(['water', street]);
  });

  it('is the blower’s alone where the kind says that', () => {
    const { rate } = released('enforcement');

    expect(rate('water', street)).toEqual({
      code: 'NOT_IN_REMIT',
      rule: 'whistleKinds.enforcement.rating',
      field: 'unitCode',
    });
    expect(rate(street, 'water')).toBeUndefined();
  });

  it('comes after the release, also after the end of the ticket, and from 0 to 100', () => {
    const { one, rate } = released();
    expect(rate(street, 'police')).toEqual({ code: 'OUT_OF_TURN', reason: 'rate after the release' });
    const outside = { code: 'INVALID', field: 'points', reason: 'from 0 to 100' };
    for (const points of [101, -1, Number.NaN]) expect(rate(street, 'water', points)).toEqual(outside);
    expect(rate('water', street, 100)).toBeUndefined();
    one.ask({ type: 'withdraw' }, monday + 2 * hourMs, Actor.hotline);

    expect(one.status).toBe('withdrawn');
    expect(rate(street, 'water', 0)).toBeUndefined();
    expect(one.ticket.nextAt).toBe(Number.POSITIVE_INFINITY);
  });

  it('of a call that failed is the blower’s only', () => {
    const one = new Whistled();
    one.blow('emergency', ['water', 'police']);
    one.ask({ type: 'failSummons', unit: one.unit('water') }, monday, one.unit(district));
    const rate = (rater: string, code: string) =>
      one.ask({ type: 'rateSummons', unit: one.unit(code), points: 0 }, monday, one.unit(rater));

    expect(rate('water', street)).toMatchObject({ code: 'OUT_OF_TURN' });
    expect(rate(street, 'water')).toBeUndefined();
  });

  it('is not asked of a kind that has none', () => {
    const one = new Whistled('project');
    one.blow('key-work', ['water', 'police']);
    one.ask({ type: 'release', unit: one.unit('water') }, monday, one.unit(street));

    expect(
      one.ask({ type: 'rateSummons', unit: one.unit('water'), points: 5 }, monday, one.unit(street)),
    ).toMatchObject({
      code: 'NOT_IN_REMIT',
    });
  });
});

describe('a rating by somebody else', () => {
  it('is none: neither by who did not blow, nor by who was not released, nor of who did not call', () => {
    const { one, rate } = released();
    const turn = { code: 'OUT_OF_TURN', reason: 'rate after the release' };

    expect(rate(district, 'water')).toEqual(turn);
    expect(rate('police', street)).toEqual(turn);
    expect(rate('water', district)).toEqual(turn);
    expect(one.summonsOf('water')).toMatchObject({ rating: -1, ratingBack: -1 });
  });

  it('finds no call once all have ended', () => {
    const { one, rate } = released();
    one.ask({ type: 'failSummons', unit: one.unit('police') }, monday + hourMs, one.unit(district));

    expect(rate(district, 'water')).toEqual({ code: 'NO_SUCH_SUMMONS' });
  });
});
