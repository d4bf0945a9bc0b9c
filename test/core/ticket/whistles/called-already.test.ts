import { describe, expect, it } from 'vitest';
import { minuteMs } from '../../../../functions/core/time.ts';
import { monday } from '../../../support/case.ts';
import { overlaidCity, says } from '../../../support/overlaid-city.ts';
import { district, street, Whistled } from './own-whistles.ts';

const bureau = '110101-urban';
/** A bureau seated in the area may whistle too, and the district passes on what is for one unit. */
const city = overlaidCity({
  whistleKinds: {
    emergency: {
      blowers: says(['subdistrict', 'bureau']),
      single: says('district'),
      passWithin: says('PT10M'),
    },
  },
});
const itself = { code: 'INVALID', reason: 'a unit cannot summon itself' };
const already = { code: 'INVALID', reason: 'this unit is already called to this ticket' };

const called = (codes: readonly string[], by = bureau) => {
  const one = new Whistled('help', city);
  expect(one.blow('emergency', codes, { by })).toBeUndefined();
  return one;
};

describe('a unit that whistles', () => {
  it('does not call itself', () => {
    const one = new Whistled('help', city);

    expect(one.blow('emergency', ['water', bureau], { by: bureau })).toEqual({
      ...itself,
      field: 'unitCodes.1',
    });
    expect(one.ticket.whistles).toBe(0);
  });

  it('is not called by the district that passes its whistle on', () => {
    const one = called(['water']);
    const ask = { type: 'passOn', unit: one.unit('water'), to: one.unit(bureau) } as const;

    expect(one.ask(ask, monday, one.unit(district))).toEqual({ ...itself, field: 'toUnit' });
    expect(one.stands('water')).toBe('routed');
  });

  it('is not sent as a stand-in to its own whistle', () => {
    const one = called(['water', 'police']);
    const ask = { type: 'sendStandIn', unit: one.unit(bureau) } as const;

    expect(one.ask(ask, monday, one.unit('water'))).toEqual({ ...itself, field: 'unitCode' });
  });
});

describe('a unit that is out for a ticket', () => {
  it('is not called again, neither by a second whistle nor twice by one', () => {
    const one = called(['water', 'police']);

    expect(one.blow('emergency', ['drugs', 'police'], { by: street })).toEqual({
      ...already,
      field: 'unitCodes.1',
    });
    expect(one.blow('emergency', ['drugs', 'drugs'], { by: street })).toEqual({
      ...already,
      field: 'unitCodes.1',
    });
  });

  it('is not the one a district passes another call on to, nor one of a kind the whistle does not call', () => {
    const one = called(['police', 'drugs'], street);
    one.blow('emergency', ['water'], { by: street });
    const passTo = (code: string) =>
      one.ask(
        { type: 'passOn', unit: one.unit('water'), to: one.unit(code) },
        monday + minuteMs,
        one.unit(district),
      );

    expect(passTo('police')).toEqual({ ...already, field: 'toUnit' });
    expect(passTo(street)).toEqual({
      code: 'NOT_IN_REMIT',
      rule: 'whistleKinds.emergency.summons',
      field: 'toUnit',
    });
    expect(one.stands('water')).toBe('routed');
  });

  it('may be called anew once it was let go', () => {
    const one = called(['water', 'police'], street);
    one.ask({ type: 'failSummons', unit: one.unit('water') }, monday, one.unit(district));

    expect(one.blow('emergency', ['water', 'drugs'], { by: street })).toBeUndefined();
  });
});

describe('a whistle', () => {
  it('calls somebody', () => {
    const one = new Whistled('help', city);

    expect(one.blow('emergency', [])).toEqual({
      code: 'INVALID',
      field: 'unitCodes',
      reason: 'nobody is called',
    });
  });
});
