import { describe, expect, it } from 'vitest';
import { Actor } from '../../../functions/core/ticket/actor.ts';
import { SummonsStatus } from '../../../functions/core/ticket/ticket.ts';
import { hourMs, minuteMs, NEVER } from '../../../functions/core/time.ts';
import { beijing } from '../../support/beijing.ts';
import { Case, monday } from '../../support/case.ts';
import { overlaidCity, says } from '../../support/overlaid-city.ts';

const city = beijing('beijing-2019');
const street = '110101017';
const request = { itemCode: '0101-01', placeCode: street };
const helpers = ['water', 'police', 'drugs', 'ent-water', '110101-water', '110101-transport'];
const endsAt = monday + hourMs;
const emergency = city.rules.whistleByKey.get('emergency')!;

function signed(of = city) {
  const one = new Case(of, request, monday);
  one.ask({ type: 'sign' }, monday);
  return one;
}
const blow = (one: Case, codes: readonly string[], by: string) => {
  const units = codes.map((code) => one.unit(code));
  return one.ask({ type: 'blowWhistle', kind: emergency, units, onCall: false }, monday, one.unit(by));
};

/** What the end owes to whom, by code: the platform is `platform`. */
function told(one: Case) {
  one.ask({ type: 'withdraw' }, endsAt, Actor.hotline);
  return one.owed
    .filter(({ at }) => at === endsAt)
    .map(({ kind, to }) => `${kind} ${to === Actor.hotline ? 'platform' : city.rules.units.codes[to]}`);
}

describe('a ticket that ends', () => {
  it('lets every helper go that is still at it, and tells none that has done its part', () => {
    const one = signed();
    for (const code of helpers) one.ask({ type: 'addHelper', unit: one.unit(code) }, monday);
    one.ask({ type: 'helperDone' }, monday + minuteMs, one.unit('police'));

    const still = helpers.filter((code) => code !== 'police');

    expect(told(one)).toEqual([
      'status platform',
      ...still.flatMap((code) => [`notice ${code}`, `view ${code}`]),
      `ledger ${street}`,
      `notice ${street}`,
    ]);
    expect([one.ticket.nextAt, one.ticket.otherAt]).toEqual([NEVER, NEVER]);
  });

  it('tells a unit once that helps and is called as well', () => {
    const one = signed();
    one.ask({ type: 'addHelper', unit: one.unit('water') }, monday);
    one.ask({ type: 'addHelper', unit: one.unit('drugs') }, monday);
    blow(one, ['water', 'police'], street);

    expect(told(one)).toEqual([
      'status platform',
      ...['notice water', 'view water', 'ledger water'],
      ...['notice police', 'view police', 'ledger police'],
      ...['notice drugs', 'view drugs'],
      `ledger ${street}`,
      `notice ${street}`,
    ]);
  });

  it('leaves calls alone that had ended before it', () => {
    const one = signed();
    blow(one, ['water', 'police'], street);
    one.ask({ type: 'failSummons', unit: one.unit('water') }, monday, one.unit('110101'));

    expect(told(one)).toEqual([
      'status platform',
      ...['notice police', 'view police', 'ledger police'],
      `ledger ${street}`,
      `notice ${street}`,
    ]);
    expect(one.ticket.summonses.map(({ status, endedAt }) => [status, endedAt])).toEqual([
      [SummonsStatus.failed, monday],
      [SummonsStatus.released, endsAt],
    ]);
  });

  it('takes the call from a unit that leads it too, and tells that unit as the lead', () => {
    const company = beijing('beijing-2023');
    const one = signed(company);
    expect(one.leadCode).toBe('ent-water');
    blow(one, ['ent-water', 'police'], street);

    expect(told(one)).toEqual([
      'status platform',
      ...['view ent-water', 'ledger ent-water'],
      ...['notice police', 'view police', 'ledger police'],
      ...one.ticket.helpers.flatMap(({ unit }) =>
        [`notice`, `view`].map((kind) => `${kind} ${company.rules.units.codes[unit]}`),
      ),
      'ledger ent-water',
      'notice ent-water',
    ]);
  });

  it('says nothing of a call to a unit that the district never passed it on to, and holds it against none', () => {
    const routed = overlaidCity({
      whistleKinds: { emergency: { single: says('district'), passWithin: says('PT3H') } },
    });
    const one = signed(routed);
    blow(one, ['water'], street);

    expect(told(one)).toEqual([
      'status platform',
      ...['notice 110101', 'view 110101'],
      `ledger ${street}`,
      `notice ${street}`,
    ]);
    expect(one.ticket.summonses[0]!.status).toBe(SummonsStatus.declined);
  });
});
