import { describe, expect, it } from 'vitest';
import { freeze, thaw } from '../../../functions/core/record/freeze.ts';
import { owedEffect, ticketFormat, ticketRecord } from '../../../functions/core/record/ticket-record.ts';
import { Actor } from '../../../functions/core/ticket/actor.ts';
import { Answer } from '../../../functions/core/ticket/kinds.ts';
import { hourMs, minuteMs, NEVER } from '../../../functions/core/time.ts';
import { beijing } from '../../support/beijing.ts';
import { Case, monday } from '../../support/case.ts';

const city = beijing('beijing-2023');
const pipe = () => new Case(city, { itemCode: '0101-01', placeCode: '110101017' }, monday);

describe('a frozen ticket', () => {
  it('speaks in codes and names, and leaves out what is not', () => {
    const state = freeze(pipe().ticket, city.rules);

    expect(state).toMatchObject({ item: '0101-01', place: '110101017', limitMs: 2 * hourMs });
    expect(state).toMatchObject({ status: 'dispatched', lead: 'ent-water', tier: 'emergency', kind: 'help' });
    expect(Object.values(state)).not.toContain(NEVER);
    for (const none of ['closedAt', 'supervisor', 'outputs', 'responded', 'resolved', 'satisfied']) {
      expect(state).not.toHaveProperty(none);
    }
    expect(JSON.parse(JSON.stringify(state))).toEqual(state);
  });

  it('cannot be thawed under rules that lack its codes, and says which', () => {
    const state = freeze(pipe().ticket, city.rules);

    expect(() => thaw({ ...state, lead: 'gone' }, city.rules)).toThrow('know no unit gone');
    expect(() => thaw({ ...state, item: '99-99' }, city.rules)).toThrow('know no item 99-99');
    expect(() => thaw({ ...state, tier: 'gone' }, city.rules)).toThrow('know no tier gone');
  });

  it('of which nothing is known yet has neither item, place, lead nor limit', () => {
    const none = city.rules.tierByKey.get('none')!;
    const { ticket } = new Case(city, { tier: none }, monday);
    const state = freeze(ticket, city.rules);

    for (const field of ['item', 'place', 'lead', 'limitMs']) expect(state).not.toHaveProperty(field);
    expect(freeze(thaw(state, city.rules), city.rules)).toEqual(state);
  });

  it('keeps what the citizen said, yes and no apart', () => {
    const { ticket } = pipe();
    Object.assign(ticket, { responded: Answer.yes, resolved: Answer.no, satisfied: Answer.unknown });

    const state = freeze(ticket, city.rules);

    expect([state.responded, state.resolved, state.satisfied]).toEqual(['yes', 'no', undefined]);
    const back = thaw(state, city.rules);
    expect([back.responded, back.resolved, back.satisfied]).toEqual([Answer.yes, Answer.no, Answer.unknown]);
  });

  it('that has ended promises nothing, though a helper of it never finished', () => {
    const one = pipe();
    expect(one.ticket.helpers.length).toBeGreaterThan(0);
    one.ask({ type: 'withdraw' }, monday, Actor.hotline);

    expect(thaw(freeze(one.ticket, city.rules), city.rules).nextAt).toBe(NEVER);
  });
});

describe('a frozen summons', () => {
  const whistled = () => {
    const one = pipe();
    const kind = city.rules.whistleByKey.get('emergency')!;
    const units = ['water', 'police'].map((code) => one.unit(code));
    const by = one.unit('110101017');
    one.ask({ type: 'blowWhistle', kind, units }, monday, by);
    return one;
  };

  it('keeps whatever may be said of it', () => {
    const one = whistled();
    const [water] = one.ticket.summonses;
    const [team, standsFor, arrivedIn] = ['110101017-joint', 'police', '110101'].map((code) =>
      one.unit(code),
    );
    const said = { missed: true, contested: true, late: true, rating: 0, ratingBack: 100 };
    Object.assign(water!, { ...said, team, standsFor, arrivedIn, arrivedAt: monday, endedAt: monday });

    const back = thaw(JSON.parse(JSON.stringify(freeze(one.ticket, city.rules))), city.rules);

    expect(back.summonses).toEqual(one.ticket.summonses);
  });

  it('cannot be thawed under rules that lack its codes, and says which', () => {
    const state = freeze(whistled().ticket, city.rules);
    const thawWith = (change: object) => () =>
      thaw({ ...state, summonses: [{ ...state.summonses[0]!, ...change }] }, city.rules);

    expect(thawWith({ kind: 'trumpet' })).toThrow('know no whistle kind trumpet');
    expect(thawWith({ unit: 'gone' })).toThrow('know no unit gone');
  });

  it('of the format before still promises its arrival', () => {
    const one = whistled();
    const state = freeze(one.ticket, city.rules);
    const summonses = state.summonses.map(({ dueBy: _, ...older }) => older);

    const back = thaw({ ...state, summonses }, city.rules);

    expect(back.otherAt).toBe(monday + 30 * minuteMs);
    expect(back.summonses).toEqual(one.ticket.summonses);
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
