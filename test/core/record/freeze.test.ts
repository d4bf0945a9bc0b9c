import { describe, expect, it } from 'vitest';
import { freeze, thaw } from '../../../functions/core/record/freeze.ts';
import { owedEffect, ticketFormat, ticketRecord } from '../../../functions/core/record/ticket-record.ts';
import { Actor } from '../../../functions/core/ticket/actor.ts';
import { NEVER } from '../../../functions/core/time.ts';
import { beijing } from '../../support/beijing.ts';
import { Case, monday } from '../../support/case.ts';

const city = beijing('beijing-2023');
const pipe = () => new Case(city, { itemCode: '0101-01', placeCode: '110101017' }, monday);

describe('a frozen ticket', () => {
  it('speaks in codes and names, and leaves out what is not', () => {
    const state = freeze(pipe().ticket, city.rules);

    expect(state).toMatchObject({ status: 'dispatched', lead: 'ent-water', tier: 'emergency', kind: 'help' });
    expect(Object.values(state)).not.toContain(NEVER);
    expect(state).not.toHaveProperty('closedAt');
    expect(JSON.parse(JSON.stringify(state))).toEqual(state);
  });

  it('cannot be thawed under rules that lack its codes, and says which', () => {
    const state = freeze(pipe().ticket, city.rules);

    expect(() => thaw({ ...state, lead: 'gone' }, city.rules)).toThrow('know no unit gone');
    expect(() => thaw({ ...state, item: '99-99' }, city.rules)).toThrow('know no item 99-99');
  });

  it('that has ended promises nothing, though a helper of it never finished', () => {
    const one = pipe();
    expect(one.ticket.helpers.length).toBeGreaterThan(0);
    one.ask({ type: 'withdraw' }, monday, Actor.hotline);

    expect(thaw(freeze(one.ticket, city.rules), city.rules).nextAt).toBe(NEVER);
  });
});

describe('a record', () => {
  it('of a newer format is refused', () => {
    const format = ticketRecord.shape.format.safeParse(ticketFormat + 1);

    expect(format.error?.issues[0]?.message).toContain('newer format');
  });

  it('owes effects that have no field for a person', () => {
    const personal = Object.keys(owedEffect.shape).filter((name) =>
      /name|phone|mail|text|contact|title/i.test(name),
    );

    expect(personal).toEqual([]);
  });
});
