import { describe, expect, it } from 'vitest';
import { noUnit } from '../../../functions/core/rules/unit-table.ts';
import { Actor } from '../../../functions/core/ticket/actor.ts';
import { mayAsk, mayRead } from '../../../functions/core/ticket/authority.ts';
import { commandTable, commandTypes } from '../../../functions/core/ticket/command-table.ts';
import type { Relation } from '../../../functions/core/ticket/relations.ts';
import { minuteMs } from '../../../functions/core/time.ts';
import { beijing } from '../../support/beijing.ts';
import { Case, monday } from '../../support/case.ts';

const city = beijing('beijing-2019');

/** A ticket led by 东华门, helped by the water bureau's department, with the police summoned. */
function pipe(): Case {
  const one = new Case(city, { itemCode: '0101-01', placeCode: '110101017' }, monday);
  one.ask({ type: 'sign' }, monday + minuteMs);
  one.ask({ type: 'addHelper', unit: one.unit('water') }, monday + minuteMs);
  const kind = city.rules.whistleByKey.get('emergency')!;
  one.ask({ type: 'blowWhistle', kind, units: [one.unit('police')] }, monday + minuteMs);
  return one;
}

const one = pipe();
/** Everybody, and how each stands to the ticket. Who stands in none of a command's relations is refused. */
const people: readonly (readonly [string, number, readonly Relation[]])[] = [
  ['the hotline', Actor.hotline, ['hotline']],
  ['the clock', Actor.clock, ['clock']],
  ['the lead', one.unit('110101017'), ['lead', 'area', 'blower']],
  ['the helper', one.unit('water'), ['helper', 'local']],
  ['the summoned unit', one.unit('police'), ['summoned', 'local']],
  ['the district above', one.unit('110101'), ['supervisor', 'arbiter', 'district']],
  ['the city', city.rules.units.city, ['supervisor', 'arbiter', 'district']],
  ['a neighbour of the lead', one.unit('110101001'), []],
  ['another district', one.unit('110105'), []],
  ['a stranger', -3, []],
  ['nobody', noUnit, ['clock']],
];

describe.each(people)('%s', (_name, by, relations) => {
  const mayAskBy = (type: (typeof commandTypes)[number]) =>
    (commandTable[type].by as readonly Relation[]).some((relation) => relations.includes(relation));

  it.each(commandTypes.map((type) => [mayAskBy(type) ? 'may' : 'may not', type] as const))(
    '%s ask %s',
    (may, type) => {
      expect(mayAsk(one.ticket, type, by, city.rules)).toBe(may === 'may');
    },
  );

  it('reads the ticket if it stands in any relation but that of the clock', () => {
    const reads = relations.some((relation) => relation !== 'clock');
    expect(mayRead(one.ticket, by, city.rules)).toBe(reads);
  });
});

describe('a unit', () => {
  it('never supervises its own ticket, though the rules put it under that unit', () => {
    const own = pipe();
    own.ticket.lead = own.unit('110101');
    own.ticket.supervisor = own.unit('110101');

    expect(mayAsk(own.ticket, 'grantExtension', own.unit('110101'), city.rules)).toBe(false);
    expect(mayAsk(own.ticket, 'close', own.unit('110101'), city.rules)).toBe(false);
    expect(mayAsk(own.ticket, 'close', city.rules.units.city, city.rules)).toBe(true);
  });

  it('that was the lead before an arbitration has no more to say', () => {
    const moved = new Case(city, { itemCode: '0101-01', placeCode: '110101017' }, monday);
    moved.ask({ type: 'dispute' }, monday + minuteMs);
    moved.ask(
      { type: 'arbitrate', lead: moved.unit('110101001') },
      monday + 2 * minuteMs,
      moved.unit('110101'),
    );

    expect(mayAsk(moved.ticket, 'sign', moved.unit('110101017'), city.rules)).toBe(false);
    expect(mayAsk(moved.ticket, 'sign', moved.unit('110101001'), city.rules)).toBe(true);
  });
});
