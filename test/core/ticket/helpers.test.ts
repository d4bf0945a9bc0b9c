import { describe, expect, it } from 'vitest';
import { freeze, thaw } from '../../../functions/core/record/freeze.ts';
import { addHelper, dropHelper } from '../../../functions/core/ticket/helpers.ts';
import { helpersMax } from '../../../functions/core/ticket/limits.ts';
import { Ticket } from '../../../functions/core/ticket/ticket.ts';
import { rowHelpers, TicketRows } from '../../../functions/core/ticket/ticket-rows.ts';
import { dayMs, minuteMs, NEVER } from '../../../functions/core/time.ts';
import { beijing } from '../../support/beijing.ts';
import { Case, monday } from '../../support/case.ts';

const city = beijing('beijing-2019');
const request = { itemCode: '0101-01', placeCode: '110101017' };
const departments = city.rules.units.kinds.flatMap((kind, unit) => (kind === 'department' ? [unit] : []));

/** A ticket with as many helpers as it holds, of whom every other one has done its part. */
function crowd() {
  const one = new Case(city, request, monday);
  const helping = one.ticket.helpers.map(({ unit }) => unit);
  const more = departments.filter((unit) => !helping.includes(unit)).slice(0, helpersMax - helping.length);
  for (const unit of more) one.ask({ type: 'addHelper', unit }, monday);
  const units = [...helping, ...more];
  const done = units.filter((_, i) => i % 2 === 0);
  for (const [i, unit] of done.entries()) one.ask({ type: 'helperDone' }, monday + (i + 1) * minuteMs, unit);
  return { one, units, done };
}

describe('the helpers of a ticket', () => {
  it('keep what each has done and missed, however many there are', () => {
    const { one, units, done } = crowd();
    one.ask({ type: 'note' }, monday + 60 * dayMs);

    expect(units.length).toBeGreaterThan(rowHelpers + 3);
    expect(one.ticket.helpers.map(({ unit }) => unit)).toEqual(units);
    expect(one.ticket.helpers.map(({ late }) => late)).toEqual(units.map((unit) => !done.includes(unit)));
    expect(one.ticket.helpers.map(({ doneAt }) => doneAt)).toEqual(
      units.map((unit) => (done.includes(unit) ? monday + (done.indexOf(unit) + 1) * minuteMs : NEVER)),
    );
    expect(one.ask({ type: 'helperDone' }, monday + 61 * dayMs, done.at(-1)!)).toMatchObject({
      code: 'ALREADY_DONE',
    });
  });

  it('are the same after the ticket was stored', () => {
    const { one } = crowd();
    one.ask({ type: 'note' }, monday + 60 * dayMs);

    const thawed = thaw(freeze(one.ticket, city.rules), city.rules);

    expect(thawed.helpers).toEqual(one.ticket.helpers);
  });

  it('are forgotten when their row serves another ticket, and touch no neighbour', () => {
    const rows = new TicketRows(3);
    const late = { unit: 7, dueAt: 1, doneAt: 2, late: true };
    const fresh = { unit: 9, dueAt: 3, doneAt: NEVER, late: false };
    const all = [0, 1, 2].map((row) => new Ticket(rows, row));
    for (const t of all) t.helpers = Array.from({ length: rowHelpers + 2 }, () => late);

    rows.clear(1);
    const forgotten = all[1]!.helpers;
    const again = Array.from({ length: rowHelpers + 1 }, () => fresh);
    for (const helper of again) addHelper(all[1]!, helper);

    expect(forgotten).toEqual([]);
    expect(all[1]!.helpers).toEqual(again);
    expect(all[1]!.moreHelpers).toEqual([fresh]);
    expect(all[0]!.helpers).toEqual(Array.from({ length: rowHelpers + 2 }, () => late));
    expect(all[2]!.helpers).toEqual(all[0]!.helpers);
  });

  it('take no lateness over from helpers they replace', () => {
    const t = new Ticket();
    const helper = { unit: 7, dueAt: 1, doneAt: NEVER, late: true };
    t.helpers = [helper, helper];

    t.helpers = [{ ...helper, late: false }];

    expect(t.helpers).toEqual([{ ...helper, late: false }]);
  });

  it.each([3, rowHelpers, rowHelpers + 2])('move up when one of %i helps no more', (count) => {
    const all = Array.from({ length: count }, (_, unit) => ({
      unit,
      dueAt: monday + unit,
      doneAt: unit % 3 === 1 ? monday : NEVER,
      late: unit % 2 === 0,
    }));
    for (let i = 0; i < count; i += 1) {
      const t = new Ticket();
      for (const helper of all) addHelper(t, helper);

      dropHelper(t, i);

      expect(t.helpers).toEqual(all.toSpliced(i, 1));
    }
  });
});

describe('a cleared row', () => {
  it('is a fresh ticket in every field, whatever it held before', () => {
    const rows = new TicketRows(2);
    const fields = Object.keys(Object.getOwnPropertyDescriptors(Ticket.prototype)).filter(
      (name) => Object.getOwnPropertyDescriptor(Ticket.prototype, name)!.enumerable,
    ) as (keyof Ticket)[];
    const fieldsOf = (t: Ticket) => fields.map((name) => [name, t[name]]);
    rows.u8.fill(0x41);
    const dirty = fieldsOf(new Ticket(rows, 1));

    rows.clear(1);

    expect(fields.length).toBeGreaterThan(50);
    expect(fieldsOf(new Ticket(rows, 1))).toEqual(fieldsOf(new Ticket()));
    expect(dirty).not.toEqual(fieldsOf(new Ticket()));
    expect(new Ticket(rows, 0).entries).toBe(0x4141);
  });

  it('has no whistles and nothing on file, whatever another ticket left there', () => {
    const rows = new TicketRows(1);
    const t = new Ticket(rows, 0);
    t.whistles = 1;
    t.summonses = [];
    t.outputs = [{ whistle: 1, output: 0, by: 7, at: 5 }];
    expect(t.outputs).toHaveLength(1);

    rows.clear(0);

    expect([t.whistles, t.outputs, t.summonses]).toEqual([0, [], []]);
  });
});
