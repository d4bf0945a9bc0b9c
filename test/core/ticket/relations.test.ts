import { describe, expect, it } from 'vitest';
import { noUnit } from '../../../functions/core/rules/unit-table.ts';
import { Actor } from '../../../functions/core/ticket/actor.ts';
import { type Relation, standsTo } from '../../../functions/core/ticket/relations.ts';
import { beijing } from '../../support/beijing.ts';
import { Case, monday } from '../../support/case.ts';

const city = beijing('beijing-2023');
const { rules } = city;
const relations = Object.keys(standsTo) as readonly Relation[];
const street = '110101017';

/** How a unit stands to a ticket, in all. */
const standing = (one: Case, by: number, where = rules) =>
  relations.filter((relation) => standsTo[relation](one.ticket, by, where));
const opened = (opening: object = {}) => new Case(city, { itemCode: '0101-01', ...opening }, monday);

/** A ticket that waits for a triage: nobody leads it, and its place may not be known. */
const waiting = (placeCode?: string) => new Case(city, placeCode === undefined ? {} : { placeCode }, monday);

describe('the first unit of a directory', () => {
  const first = rules.units.codes[0]!;

  it('leads, helps, is called and whistles like any other', () => {
    const one = opened({ placeCode: street });
    one.ask({ type: 'sign' }, monday);
    expect(standing(one, 0)).toEqual(['arbiter', 'supervisor']);
    one.ask({ type: 'addHelper', unit: 0 }, monday);
    expect(standing(one, 0)).toContain('helper');
    one.ticket.lead = 0;
    expect(standing(one, 0)).toContain('lead');

    one.ask({ type: 'blowWhistle', kind: 0, units: [one.unit('police')] }, monday, one.unit(street));
    expect(standing(one, 0)).toContain('district');
    expect(standing(one, 0)).not.toContain('summoned');
    expect(standing(one, 0)).not.toContain('blower');
    one.ticket.summonses[0]!.unit = 0;
    expect(standing(one, 0)).toContain('summoned');
    one.ticket.summonses[0]!.blower = 0;
    expect(standing(one, 0)).toContain('blower');
    expect(one.unit(first)).toBe(0);
  });
});

describe('who is no unit', () => {
  it.each([
    ['waits without a place', waiting()],
    ['waits at a place', waiting(street)],
    ['has a lead', opened({ placeCode: street })],
  ])('stands to a ticket that %s as itself alone', (_, one) => {
    expect(standing(one, Actor.clock)).toEqual(['clock']);
    expect(standing(one, noUnit)).toEqual(['clock']);
    expect(standing(one, Actor.hotline)).toEqual(['hotline']);
    expect(standing(one, -3)).toEqual([]);
  });
});

describe('a ticket that nobody leads yet', () => {
  it('has no arbiter, no street over its lead, and no district that passes whistles on', () => {
    const one = waiting(street);

    expect(standing(one, one.unit(street))).toEqual(['area']);
    expect(standing(one, one.unit('110101'))).toEqual(['supervisor']);
    expect(standing(one, rules.units.city)).toEqual(['supervisor']);
    expect(standing(one, one.unit('110101-urban'))).toEqual(['local']);
    expect(standing(one, one.unit('110105'))).toEqual([]);
  });

  it('is the city’s alone while its place is not known', () => {
    const one = waiting();

    expect(standing(one, rules.units.city)).toEqual(['supervisor']);
    for (const code of [street, '110101', '110101-urban', 'water']) {
      expect(standing(one, one.unit(code))).toEqual([]);
    }
  });
});

describe('the area of a ticket', () => {
  it('is the subdistrict of its place, which also watches whoever leads there', () => {
    const one = opened({ placeCode: street });

    one.ticket.helpers = [];

    expect(one.leadCode).toBe('ent-water');
    expect(standing(one, one.unit(street))).toEqual(['area', 'street']);
    expect(standing(one, one.unit('110101001'))).toEqual([]);
  });

  it('is nobody where only the district is known: that one is above the lead, and not the street', () => {
    const one = opened({ placeCode: '110101' });
    one.ticket.lead = one.unit('110101-urban');
    one.ticket.helpers = [];

    expect(standing(one, one.unit('110101'))).toEqual(['arbiter', 'supervisor']);
    expect(standing(one, one.unit(street))).toEqual([]);
  });

  it('gives no watch over a lead that is an area itself', () => {
    const one = opened({ placeCode: street });
    one.ticket.lead = one.unit('110101001');
    one.ticket.helpers = [];

    expect(standing(one, one.unit(street))).toEqual(['area']);
  });
});

describe('a supervisor', () => {
  it('stays one after the lead has moved to where it is not above any more', () => {
    const one = opened({ placeCode: street });
    one.ticket.lead = one.unit(street);
    one.ask({ type: 'supervise' }, monday, one.unit('110101'));
    one.ticket.lead = one.unit('110105');

    expect(standing(one, one.unit('110101'))).toContain('supervisor');
    expect(standing(one, one.unit('110102'))).not.toContain('supervisor');
  });
});

describe('the district of a ticket', () => {
  it('is asked only where somebody has whistled, and is the city where the place has none', () => {
    const one = opened({ placeCode: street });
    expect(standing(one, one.unit('110101'))).not.toContain('district');

    one.ask({ type: 'blowWhistle', kind: 0, units: [one.unit('police')] }, monday, one.unit(street));

    expect(standing(one, one.unit('110101'))).toContain('district');
    expect(standing(one, rules.units.city)).toContain('district');
    expect(standing(one, one.unit('110102'))).not.toContain('district');
  });
});
