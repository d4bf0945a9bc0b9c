import { describe, expect, it } from 'vitest';
import { Actor } from '../../../functions/core/ticket/actor.ts';
import { keep } from '../../../functions/core/ticket/command.ts';
import { requestKinds } from '../../../functions/core/ticket/kinds.ts';
import { wakeAt } from '../../../functions/core/ticket/promises.ts';
import { dayMs, hourMs, minuteMs, NEVER } from '../../../functions/core/time.ts';
import { beijing } from '../../support/beijing.ts';
import { Case, monday } from '../../support/case.ts';

const city = beijing('beijing-2019');
const { rules } = city;
const limitMs = rules.dispatchLimitMs[rules.defaultDispatchClass]!;
const triage = { type: 'triage', item: keep, tier: keep, place: keep, lead: keep } as const;
const item = rules.items.byCode.get('0101-01')!;
const place = rules.units.byCode.get('110101017')!;

describe('a request nobody could dispatch at once', () => {
  it('is to be dispatched within the limit from when the citizen asked', () => {
    const one = new Case(city, { requestedAt: monday - minuteMs }, monday);

    expect(one.ticket.dispatchBy).toBe(monday - minuteMs + limitMs);
    expect(one.ticket.dispatchLate).toBe(false);
    expect(wakeAt(one.ticket)).toBe(one.ticket.nextAt + 1);
    expect(one.owed).toMatchObject([{ kind: 'status', to: Actor.hotline, event: 'submitted' }]);
  });

  it('counts from when it reached us, where that was too long after the call', () => {
    const late = new Case(city, { requestedAt: monday - rules.lateMaxMs - 1 }, monday);

    expect([late.ticket.openedAt, late.ticket.dispatchBy]).toEqual([monday, monday + limitMs]);
    expect(late.ticket.reviewAt).toBe(monday + rules.reviewMs);
  });

  it('is entered as from the platform, or from the unit that found it', () => {
    const found = new Case(city, { by: place }, monday);
    const asked = new Case(city, {}, monday);

    expect([found, asked].map(({ lines }) => lines[0]!.by)).toEqual([place, Actor.hotline]);
  });

  it('has the limit of its item, when only its place is missing', () => {
    const one = new Case(city, { itemCode: '0101-01' }, monday);

    expect(one.ticket.dispatchBy).toBe(monday + rules.dispatchLimitMs[rules.items.dispatchClass[item]!]!);
  });

  it('that reached us after its limit is late from now on, said once', () => {
    const one = new Case(city, { requestedAt: monday - rules.lateMaxMs }, monday);
    one.until(monday + 60 * dayMs);

    expect(one.times('dispatchOverdue')).toEqual([Math.max(monday, monday - rules.lateMaxMs + limitMs)]);
  });

  it('of a backlog is not told late for what was late before it was loaded', () => {
    const old = new Case(city, { requestedAt: monday - limitMs - 1, backlog: true }, monday);
    const fresh = new Case(city, { requestedAt: monday - limitMs, backlog: true }, monday);

    expect([old.ticket.dispatchLate, old.ticket.dispatchBy]).toEqual([true, monday - 1]);
    expect([fresh.ticket.dispatchLate, fresh.ticket.dispatchBy]).toEqual([false, monday]);
    expect(old.until(monday + 60 * dayMs).times('dispatchOverdue')).toEqual([]);
  });

  it('keeps the tier the platform gave it when it is dispatched', () => {
    const tier = rules.items.tier[item] === 0 ? 1 : 0;
    const one = new Case(city, { tier }, monday);
    one.ask({ ...triage, item, place }, monday + minuteMs, Actor.hotline);

    expect([one.status, one.ticket.tier]).toEqual(['dispatched', tier]);
  });

  it('takes the tier of its item when the platform gave none, and the one of the triage before both', () => {
    const tier = rules.items.tier[item] === 0 ? 1 : 0;
    const plain = new Case(city, {}, monday);
    const named = new Case(city, {}, monday);
    plain.ask({ ...triage, item, place }, monday + minuteMs, Actor.hotline);
    named.ask({ ...triage, item, place, tier }, monday + minuteMs, Actor.hotline);

    expect([plain.ticket.tier, plain.ticket.tierFixed]).toEqual([rules.items.tier[item], false]);
    expect([named.ticket.tier, named.ticket.tierFixed]).toEqual([tier, true]);
  });

  it('is not dispatched without an item, nor without a place or a lead', () => {
    const one = new Case(city, {}, monday);

    expect(one.ask({ ...triage, place }, monday, Actor.hotline)).toEqual({
      code: 'INVALID',
      field: 'itemCode',
      reason: 'a ticket without an item cannot be dispatched',
    });
    expect(one.ask({ ...triage, item }, monday, Actor.hotline)).toEqual({
      code: 'INVALID',
      field: 'lead',
      reason: 'the rules name no unit here: give a place or a lead',
    });
  });

  it('keeps the item it has when the triage names only the place', () => {
    const one = new Case(city, { itemCode: '0101-01' }, monday);
    one.ask({ ...triage, place }, monday + minuteMs, Actor.hotline);

    expect([one.status, one.ticket.item, one.ticket.place]).toEqual(['dispatched', item, place]);
  });

  it('is in no unit’s ledger when it ends without an item: no unit led it, and no tier ran for it', () => {
    const consult = { kind: requestKinds.indexOf('consult') };
    const endings = [
      { type: 'answerOnTheSpot' },
      { type: 'withdraw' },
      { type: 'refuseAsOutOfRemit' },
    ] as const;

    const ended = endings.map((command) => {
      const one = new Case(city, consult, monday);
      one.ask(command, monday + minuteMs, Actor.hotline);
      return [one.ticket.closedAt, one.owed.map(({ kind }) => kind)];
    });

    expect(ended).toEqual(Array(3).fill([monday + minuteMs, ['status', 'status']]));
  });

  it('refused as out of remit ends, and only the platform is told', () => {
    const one = new Case(city, {}, monday);
    one.ask({ type: 'refuseAsOutOfRemit' }, monday + hourMs, Actor.hotline);

    expect([one.status, one.ticket.nextAt]).toEqual(['outOfRemit', NEVER]);
    expect(one.owed.slice(1)).toMatchObject([{ kind: 'status', event: 'refusedAsOutOfRemit' }]);
  });
});
