import { describe, expect, it } from 'vitest';
import { keep } from '../../../../functions/core/ticket/command.ts';
import { hourMs, minuteMs, NEVER } from '../../../../functions/core/time.ts';
import { monday } from '../../../support/case.ts';
import { city, community, district, street, Whistled } from './own-whistles.ts';

const top = city.rules.units.codes[city.rules.units.city]!;
const team = `${street}-joint`;
const release = (one: Whistled, code: string, by = street) =>
  one.ask({ type: 'release', unit: one.unit(code) }, monday + hourMs, one.unit(by));

/** Gives the ticket to another lead: its unit disputes, and `lead` is named. */
function giveTo(one: Whistled, lead: string): void {
  one.ask({ type: 'dispute' }, monday);
  one.ask({ type: 'arbitrate', lead: one.unit(lead) }, monday, one.unit(top));
  expect(one.leadCode).toBe(lead);
}

describe('a second whistle', () => {
  it('leaves the calls of the first, and what that has put on file, as they are', () => {
    const one = new Whistled('service');
    one.blow('key-work', ['water']);
    one.ask({ type: 'fileOutput', output: 'letter', whistle: keep }, monday, one.unit(street));

    one.blow('key-work', ['police', 'drugs']);

    const calls = one.ticket.summonses.map(({ whistle, unit }) => [whistle, one.codeOf(unit)]);
    expect(calls).toEqual([
      [1, 'water'],
      [2, 'police'],
      [2, 'drugs'],
    ]);
    expect(one.ticket.outputs.map(({ whistle }) => whistle)).toEqual([1]);
    expect(one.ticket.openSummonses).toBe(3);
  });

  it('does not let the last of the first leave before the outputs of that are on file', () => {
    const one = new Whistled('service');
    one.blow('key-work', ['water']);
    one.blow('key-work', ['police']);

    expect(release(one, 'water')).toMatchObject({ reason: 'outputs are missing: letter, lists' });
  });

  it('with the same team lets the members of the first stay until they are released themselves', () => {
    const one = new Whistled();
    one.blow('enforcement', [team]);
    one.work(team, monday);
    release(one, team);
    one.work('drugs', monday);
    one.blow('enforcement', [team]);
    one.work(team, monday);

    expect(release(one, team)).toBeUndefined();

    expect(one.stands('drugs')).toBe('done');
  });
});

describe('a first whistle', () => {
  it('finds nothing on file, whatever was left in the row of its ticket', () => {
    const one = new Whistled('service');
    one.ticket.outputs = [{ whistle: 1, output: 0, by: 0, at: monday }];

    one.blow('key-work', ['water']);

    expect(one.ticket.outputs).toEqual([]);
  });

  it('makes calls of which nothing has been said yet', () => {
    const one = new Whistled();
    one.blow('enforcement', ['water']);

    const [kind, unit] = [city.rules.whistleByKey.get('enforcement')!, one.unit('water')];
    const { arriveBy } = one.ticket.summonses[0]!;
    const said = { late: false, missed: false, contested: false, arrivedAt: NEVER, endedAt: NEVER };
    const none = { team: -1, standsFor: -1, arrivedIn: -1, rating: -1, ratingBack: -1 };
    expect(one.ticket.summonses).toEqual([
      {
        ...{
          whistle: 1,
          kind,
          blower: one.unit(street),
          unit,
          status: 1,
          calledAt: monday,
          ...said,
          ...none,
        },
        ...{ arriveBy, dueBy: arriveBy },
      },
    ]);
    expect(arriveBy).toBeGreaterThan(monday + hourMs);
  });
});

describe('a team', () => {
  it('is called by one of its own members without that one', () => {
    const one = new Whistled('service');

    expect(one.blow('key-work', [team], { by: '110101-enforcement' })).toBeUndefined();

    const codes = one.ticket.summonses.map(({ unit }) => one.codeOf(unit));
    expect(codes).not.toContain('110101-enforcement');
    expect(codes).toContain('drugs');
  });

  it('named beside a member of it calls that one once, by itself', () => {
    const one = new Whistled();
    one.blow('enforcement', [team, 'drugs']);

    expect(one.ticket.summonses.filter(({ unit }) => unit === one.unit('drugs'))).toMatchObject([
      { team: -1 },
    ]);
  });
});

describe('whoever blows', () => {
  it('must lead where the kind asks for the lead, and be of the area where it asks for that', () => {
    const led = new Whistled('service');
    giveTo(led, '110105-urban');
    const refused = { code: 'NOT_IN_REMIT', field: 'kind' };

    expect(led.blow('key-work', ['water'], { by: '110105-urban' })).toMatchObject({
      ...refused,
      rule: 'whistleKinds.key-work.relations',
    });
    expect(new Whistled().blow('emergency', ['water'], { by: '110101001' })).toMatchObject({
      ...refused,
      rule: 'whistleKinds.emergency.relations',
    });
  });

  it('needs no district to pass the call on where the city itself calls, or the district is called', () => {
    const one = new Whistled();
    giveTo(one, top);
    one.blow('emergency', ['water'], { by: top });
    one.blow('emergency', [district]);

    expect([one.stands('water'), one.stands(district)]).toEqual(['called', 'called']);
  });

  it('alone lets go whom it called, where the kind leaves that to the blower', () => {
    const one = new Whistled();
    giveTo(one, '110101001');
    one.blow('emergency', ['water', 'police']);
    one.blow('emergency', ['drugs', 'ent-water'], { by: '110101001' });
    for (const code of ['water', 'drugs']) one.work(code, monday + minuteMs);

    expect(release(one, 'water', '110101001')).toMatchObject({ code: 'NOT_IN_REMIT' });
    expect(release(one, 'drugs')).toMatchObject({ code: 'NOT_IN_REMIT' });
    expect(release(one, 'water')).toBeUndefined();
    expect(release(one, 'drugs', '110101001')).toBeUndefined();
  });

  it('may be a community, but only the street itself lets go for the area', () => {
    const one = new Whistled();
    giveTo(one, 'police');
    expect(one.blow('emergency', ['drugs', 'ent-water'], { by: community })).toBeUndefined();
    one.blow('enforcement', ['water']);
    one.work('water', monday);

    expect(release(one, 'water', community)).toMatchObject({ code: 'NOT_IN_REMIT' });
    expect(release(one, 'water')).toBeUndefined();
  });
});
