import { describe, expect, it } from 'vitest';
import { mayAsk } from '../../../functions/core/ticket/authority.ts';
import { beijing } from '../../support/beijing.ts';
import { Case, monday } from '../../support/case.ts';
import { overlaidCity, says } from '../../support/overlaid-city.ts';

const street = '110101017';
const request = { itemCode: '0101-01', placeCode: street };
/** Led by the water company, as the catalogue of 2023 says. */
const ledByCompany = (city = beijing('beijing-2023')) => new Case(city, request, monday);

describe('the subdistrict of the place', () => {
  it('supervises and urges a body that leads there, and gains no other right by it', () => {
    const one = ledByCompany();
    const { rules } = beijing('beijing-2023');
    const by = one.unit(street);

    for (const type of ['supervise', 'urge'] as const) {
      expect(mayAsk(one.ticket, type, by, rules)).toBe(true);
      expect(one.ask({ type }, monday, by)).toBeUndefined();
    }

    expect(one.ticket.supervisor).toBe(by);
    for (const type of ['grantExtension', 'suspend', 'close', 'failSummons', 'reopen'] as const) {
      expect(mayAsk(one.ticket, type, by, rules)).toBe(false);
    }
    expect(mayAsk(one.ticket, 'supervise', one.unit('110101001'), rules)).toBe(false);
  });

  it('does not take the place of a unit that supervises already', () => {
    const one = ledByCompany();
    one.ask({ type: 'supervise' }, monday, one.unit('110000'));

    expect(one.ask({ type: 'supervise' }, monday, one.unit(street))).toEqual({
      code: 'ALREADY_DONE',
      what: 'another unit already supervises',
    });
    expect(one.ticket.supervisor).toBe(one.unit('110000'));
  });

  it('has no such right over its own ticket, nor where the pack does not give it', () => {
    const own = new Case(beijing('beijing-2019'), request, monday);
    const without = overlaidCity({ escalation: { streetSupervises: says(false) } }, 'beijing-2023');
    const other = ledByCompany(without);

    expect(mayAsk(own.ticket, 'supervise', own.unit(street), beijing('beijing-2019').rules)).toBe(false);
    expect(mayAsk(other.ticket, 'supervise', other.unit(street), without.rules)).toBe(false);
  });
});
