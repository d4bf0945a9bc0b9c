import { describe, expect, it } from 'vitest';
import { Actor } from '../../../functions/core/ticket/actor.ts';
import { keep } from '../../../functions/core/ticket/command.ts';
import { dayMs, hourMs, minuteMs, NEVER } from '../../../functions/core/time.ts';
import { beijing } from '../../support/beijing.ts';
import { Case, monday } from '../../support/case.ts';
import { overlaidCity, says } from '../../support/overlaid-city.ts';

const city = beijing('beijing-2019');
const { rules } = city;
const street = '110101017';
const item = rules.items.byCode.get('0101-01')!;
const triage = { type: 'triage', item, tier: keep, place: keep, lead: keep } as const;
const request = { itemCode: '0101-01', placeCode: street, tier: rules.tierByKey.get('general')! };
const ruleOf = (one: Case) => one.lines.find(({ event }) => event === 'dispatched')!.rule;

describe('a triage', () => {
  it('is entered under the rule that found the unit, or as made by hand where a person named it', () => {
    const byRule = new Case(city, { placeCode: street }, monday);
    const byHand = new Case(city, { placeCode: street }, monday);
    byRule.ask(triage, monday, Actor.hotline);
    byHand.ask({ ...triage, lead: byHand.unit(street) }, monday, Actor.hotline);

    expect([byRule.leadCode, ruleOf(byRule)]).toEqual([street, 'dispatch.routing.subdistrict']);
    expect([byHand.leadCode, ruleOf(byHand)]).toEqual([street, 'dispatch.manual']);
  });

  it('to a unit that the catalogue calls to help makes it the lead alone', () => {
    const byCatalogue = beijing('beijing-2023');
    const one = new Case(byCatalogue, { placeCode: street }, monday);
    const other = new Case(byCatalogue, { placeCode: street }, monday);
    const named = { ...triage, item: byCatalogue.rules.items.byCode.get('0101-01')! };
    one.ask({ ...named, lead: one.unit(street) }, monday, Actor.hotline);
    other.ask(named, monday, Actor.hotline);
    const helping = ({ ticket }: Case) => ticket.helpers.map(({ unit }) => unit);

    expect(helping(other)).toContain(one.unit(street));
    expect(helping(one)).toEqual(helping(other).filter((unit) => unit !== one.unit(street)));
  });

  it('makes a guessed item certain', () => {
    const one = new Case(city, { itemCode: '0101-01', guessed: true }, monday);
    one.ask({ ...triage, place: one.unit(street) }, monday, Actor.hotline);

    expect([one.status, one.ticket.guessed]).toEqual(['dispatched', false]);
  });
});

describe('an order that counts as signed when it arrives', () => {
  it('is signed by time itself', () => {
    const one = new Case(overlaidCity({ handling: { signing: says('automatic') } }), request, monday);

    expect([one.status, one.ticket.signedAt, one.ticket.signBy]).toEqual(['signed', monday, NEVER]);
    expect(one.lines.at(-1)).toMatchObject({ event: 'signed', by: Actor.clock, unit: one.ticket.lead });
  });
});

describe('a reclassification', () => {
  const reclassify = { type: 'reclassify', item: keep, tier: keep } as const;

  it('names an item or a tier', () => {
    const one = new Case(city, request, monday);

    expect(one.ask(reclassify, monday, Actor.hotline)).toEqual({
      code: 'INVALID',
      field: 'itemCode',
      reason: 'neither item nor tier is given',
    });
    expect(one.times('reclassified')).toEqual([]);
  });

  it('by tier alone leaves the item as it is', () => {
    const one = new Case(city, request, monday);
    const tier = rules.tierByKey.get('complex')!;
    one.ask({ ...reclassify, tier }, monday, Actor.hotline);

    expect([one.ticket.item, one.ticket.tier, one.ticket.tierFixed]).toEqual([item, tier, true]);
  });
});

describe('a helper that becomes the lead', () => {
  it('helps no more: its limit is gone, the others keep theirs, and its worklist is told', () => {
    const one = new Case(city, request, monday);
    const [water, police] = [one.unit('water'), one.unit('police')];
    one.ask({ type: 'addHelper', unit: water }, monday);
    one.ask({ type: 'addHelper', unit: police }, monday + hourMs);
    const policeDueAt = one.ticket.helpers[1]!.dueAt;
    one.ask({ type: 'dispute' }, monday + 2 * hourMs);

    one.ask({ type: 'arbitrate', lead: water }, monday + 3 * hourMs, one.unit('110101'));

    expect(one.ticket.lead).toBe(water);
    expect(one.ticket.helpers.map(({ unit }) => unit)).toEqual([police]);
    expect(one.ticket.otherAt).toBe(policeDueAt);
    expect(one.owed.at(-1)).toMatchObject({ kind: 'view', to: water, event: 'dispatched' });
    one.until(monday + 6 * dayMs);
    expect(one.lines.filter(({ event }) => event === 'helperOverdue').map(({ unit }) => unit)).toEqual([
      police,
    ]);
  });

  it('is told nothing of the kind when it never helped', () => {
    const one = new Case(city, request, monday);
    one.ask({ type: 'addHelper', unit: one.unit('police') }, monday);
    one.ask({ type: 'dispute' }, monday + minuteMs);
    one.ask({ type: 'arbitrate', lead: one.unit('water') }, monday + hourMs, one.unit('110101'));

    expect(one.ticket.helpers.map(({ unit }) => unit)).toEqual([one.unit('police')]);
    expect(one.owed.filter(({ kind, to }) => kind === 'view' && to === one.ticket.lead)).toEqual([]);
  });
});
