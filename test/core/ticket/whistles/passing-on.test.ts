import { describe, expect, it } from 'vitest';
import { noUnit } from '../../../../functions/core/rules/unit-table.ts';
import { keep } from '../../../../functions/core/ticket/command.ts';
import { minuteMs, NEVER } from '../../../../functions/core/time.ts';
import { monday } from '../../../support/case.ts';
import { district, street, Whistled } from './own-whistles.ts';

const passOn = (one: Whistled, to: number, at: number) =>
  one.ask({ type: 'passOn', unit: one.unit('water'), to }, at, one.unit(district));

describe('a whistle for one department', () => {
  it('stands with the district until it is passed on, and only then has a limit', () => {
    const one = new Whistled();
    one.blow('emergency', ['water']);
    const early = one.ask({ type: 'arrive' }, monday + minuteMs, one.unit('water'));

    expect(one.stands('water')).toBe('routed');
    expect(one.summonsOf('water').arriveBy).toBe(NEVER);
    expect(one.told('whistleRouted')).toEqual([district]);
    expect(one.told('whistleBlown')).toEqual([]);
    expect(early).toEqual({ code: 'OUT_OF_TURN', reason: 'the district has not passed it on yet' });

    expect(passOn(one, keep, monday + 5 * minuteMs)).toBeUndefined();

    expect(one.stands('water')).toBe('called');
    expect(one.summonsOf('water').arriveBy).toBe(monday + 35 * minuteMs);
    expect(one.told('passedOn')).toEqual(['water']);
    expect(passOn(one, keep, monday + 6 * minuteMs)).toEqual({
      code: 'OUT_OF_TURN',
      reason: 'it has been passed on already',
    });
  });

  it('goes to the unit the district finds responsible, if the whistle may call that one', () => {
    const one = new Whistled();
    one.blow('emergency', ['water']);

    expect(passOn(one, one.unit('110101001'), monday)).toMatchObject({
      code: 'NOT_IN_REMIT',
      field: 'toUnit',
    });
    expect(passOn(one, one.unit(street), monday)).toMatchObject({ field: 'toUnit' });
    expect(passOn(one, one.unit('ent-water'), monday)).toBeUndefined();
    expect(one.stands('ent-water')).toBe('called');
    expect(one.ask({ type: 'arrive' }, monday, one.unit('water'))).toEqual({ code: 'NO_SUCH_SUMMONS' });
  });

  it('goes through by itself when the district is silent, and the city hears of it', () => {
    const exactly = new Whistled();
    exactly.blow('emergency', ['water']);
    exactly.until(monday + 10 * minuteMs);
    expect(exactly.stands('water')).toBe('routed');

    const one = new Whistled();
    one.blow('emergency', ['water']);
    one.until(monday + 10 * minuteMs + 1);

    expect(one.stands('water')).toBe('called');
    expect(one.times('passOverdue')).toEqual([monday + 10 * minuteMs]);
    expect(one.told('passOverdue')).toEqual([district, '110000']);
    expect(one.summonsOf('water').arriveBy).toBe(monday + 40 * minuteMs);
  });

  it('is passed on by the city where the place of the ticket is not known', () => {
    const one = new Whistled();
    one.ticket.place = noUnit;
    one.blow('emergency', ['water'], { by: street });

    expect(one.stands('water')).toBe('routed');
    expect(one.told('whistleRouted')).toEqual(['110000']);
  });

  it('is direct when the district blows it, and when it calls several', () => {
    const several = new Whistled();
    several.blow('emergency', ['water', 'police']);
    const own = new Whistled();
    own.ticket.lead = own.unit(district);
    own.blow('emergency', ['water'], { by: district });

    expect(several.stands('water')).toBe('called');
    expect(own.stands('water')).toBe('called');
  });

  it('given up before it was passed on leaves nothing with the unit', () => {
    const one = new Whistled();
    one.blow('emergency', ['water']);

    one.ask({ type: 'failSummons', unit: one.unit('water') }, monday + minuteMs, one.unit(district));

    expect(one.ticket.openSummonses).toBe(0);
    expect(one.told('summonsFailed')).toEqual([district, street]);
    expect(one.owed.filter(({ kind }) => kind === 'ledger')).toEqual([]);
    expect(one.stands('water')).toBe('declined');
  });
});
