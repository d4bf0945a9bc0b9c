import { describe, expect, it } from 'vitest';
import type { LedgerEntry } from '../../../functions/core/score/ledger-entry.ts';
import { ratesOf } from '../../../functions/core/score/rates-of.ts';
import { tallyOf } from '../../../functions/core/score/tally-of.ts';
import { aCase, cases, overdue, points, ruling, silent } from './support/entries.ts';
import { monthRules, says } from './support/score-rules.ts';

const rules = monthRules();

describe('the tally of a unit', () => {
  it('counts somebody as satisfied whose matter is not resolved', () => {
    const { own } = tallyOf([aCase('a', '1', { outcome: 'unresolved', resolved: 'no' })], rules);

    expect(ratesOf(own)).toMatchObject({
      resolution: { yes: 0, base: 1 },
      satisfaction: { yes: 1, base: 1 },
    });
  });

  it.each([
    ['unreachable', 'unreachable'],
    ['notCalled', 'notCalled'],
    ['unanswered', 'onTheSpot'],
  ])('counts a case without an answer (%s) as the pack says of each rate', (leaf, outcome) => {
    const own = monthRules({
      rates: { resolution: { [leaf]: says('asNo') }, satisfaction: { [leaf]: says('asYes') } },
    });

    const rates = ratesOf(tallyOf([silent('a', '1', outcome)], own).own);

    expect(rates).toMatchObject({
      cases: 1,
      response: { yes: 0, base: 0 },
      resolution: { yes: 0, base: 1 },
      satisfaction: { yes: 1, base: 1 },
    });
  });

  it('has no share where nobody was asked', () => {
    const rates = ratesOf(tallyOf([silent('a', '1', 'unreachable')], rules).own);

    expect(rates.resolution).toEqual({ yes: 0, base: 0 });
  });

  it('leaves out what ended without work', () => {
    const { own } = tallyOf([silent('a', '1', 'withdrawn'), silent('a', '2', 'outOfRemit')], rules);

    expect(own).toMatchObject({ cases: 0, notCounted: 2, onTimeBase: 0 });
  });

  it('counts a merged ticket beside its elder, or not, as the pack says', () => {
    const merged = [aCase('a', '1', { merged: true })];

    expect(tallyOf(merged, rules).own).toMatchObject({ cases: 1, notCounted: 0 });
    expect(tallyOf(merged, monthRules({ merged: says('excluded') })).own).toMatchObject({
      cases: 0,
      notCounted: 1,
    });
  });

  it('counts a patrol finding apart from complaints', () => {
    const { own } = tallyOf([silent('a', '1', 'done', { kind: 'patrol' })], rules);

    expect(own).toMatchObject({ cases: 0, notCounted: 0, apart: 1 });
  });

  it('counts an open overdue ticket as late: closed on time / (closed + overdue open)', () => {
    const entries = [...cases('a', 3, 4), overdue('a', 'x'), overdue('a', 'y')];

    expect(ratesOf(tallyOf(entries, rules).own).onTime).toEqual({ yes: 3, base: 6, share: 0.5 });
  });

  it('leaves open overdue tickets out where the pack says so', () => {
    const own = monthRules({ rates: { onTime: { overdueOpen: says('notCounted') } } });

    expect(ratesOf(tallyOf([...cases('a', 3, 4), overdue('a', 'x')], own).own).onTime.base).toBe(4);
  });

  it.each([
    ['excluded', { yes: 1, base: 1, share: 1 }],
    ['onTime', { yes: 2, base: 2, share: 1 }],
    ['late', { yes: 1, base: 2, share: 0.5 }],
  ])('charges a delay to the summoned unit, and for the lead counts it as %s', (how, onTime) => {
    const own = monthRules({ rates: { onTime: { chargedDelay: says(how) } } });
    const entries = [aCase('a', '1'), aCase('a', '2', { onTime: false, lateBy: 'b' })];

    const fold = tallyOf(entries, own);

    expect(ratesOf(fold.own).onTime).toEqual(onTime);
    expect([...fold.charges]).toEqual([['b', 1]]);
  });

  it('charges nothing for a ticket that was on time or does not count', () => {
    const lateBy = 'b';
    const entries = [aCase('a', '1', { lateBy }), silent('a', '2', 'withdrawn', { onTime: false, lateBy })];

    const merged = [aCase('a', '3', { onTime: false, merged: true, lateBy })];

    expect([...tallyOf(entries, rules).charges]).toEqual([]);
    expect([...tallyOf(merged, rules).charges]).toEqual([['b', 1]]);
    expect([...tallyOf(merged, monthRules({ merged: says('excluded') })).charges]).toEqual([]);
  });

  it('keeps the delay of a charged case in its trade', () => {
    const { trades } = tallyOf([aCase('a', '1', { onTime: false, lateBy: 'b', trade: 'water' })], rules);

    expect(trades.get('water')).toMatchObject({ onTimeBase: 1, onTimeYes: 0 });
  });

  it('takes an excluded case out of every rate and counts it as excluded', () => {
    const one = aCase('a', '1', { trade: 'water' });

    const { own, trades } = tallyOf([one, ruling('exclusion', one)], rules);

    expect(own).toMatchObject({ cases: 0, excluded: 1, onTimeBase: 0 });
    expect(trades.size).toBe(0);
  });

  it('takes an open overdue ticket out by a ruling', () => {
    const late = overdue('a', 'x');

    expect(tallyOf([late, ruling('exclusion', late)], rules).own).toMatchObject({
      overdueOpen: 0,
      excluded: 1,
    });
  });

  it('follows the latest ruling by time, then by id, in whatever order they are read', () => {
    const one = aCase('a', '1');
    const rulings = [
      ruling('inclusion', one, { at: 2, id: 'b' }),
      ruling('exclusion', one, { at: 2, id: 'c' }),
      ruling('exclusion', one, { at: 1, id: 'd' }),
    ];

    expect(tallyOf([one, ...rulings], rules).own.excluded).toBe(1);
    expect(tallyOf([one, ...rulings.toReversed()], rules).own.excluded).toBe(1);
    expect(tallyOf([one, rulings[0]!, rulings[2]!], rules).own.excluded).toBe(0);
  });

  it('changes nothing for an appeal, a refused one, or a reason that the pack does not know', () => {
    const one = aCase('a', '1');
    const rulings = [
      ruling('appeal', one),
      ruling('appealRefused', one),
      ruling('exclusion', one, { reason: 'because' }),
    ];

    expect(tallyOf([one, ...rulings], rules).own).toMatchObject({ cases: 1, excluded: 0 });
  });

  it('keeps a case out whatever is appealed or refused after it was taken out', () => {
    const one = aCase('a', '1');
    const later = { at: one.at + 1 };
    const rulings = [
      ruling('exclusion', one),
      ruling('appeal', one, later),
      ruling('appealRefused', one, later),
    ];

    expect(tallyOf([one, ...rulings], rules).own).toMatchObject({ cases: 0, excluded: 1 });
  });

  it('adds bonus and deduction apart, to the hundredth', () => {
    const entries = [points('a', 0.1), points('a', 0.2), points('a', -1.255)];

    expect(tallyOf(entries, rules).own).toMatchObject({ bonusHundredths: 30, deductionHundredths: 125 });
  });

  it('counts summonses by how they ended', () => {
    const summons = (
      id: string,
      outcome: 'released' | 'declined' | 'failed',
      late: boolean,
    ): LedgerEntry => ({
      ...{ unit: 'a', month: '2026-11', id, at: 5, ticketId: 't', whistle: 1, kind: 'emergency' },
      ...{ blower: 'b', outcome, calledAt: 1, arriveBy: 2, late },
      type: 'summons',
    });

    const entries = [
      summons('1', 'released', true),
      summons('2', 'released', false),
      summons('3', 'failed', true),
      summons('4', 'declined', false),
    ];

    expect(tallyOf(entries, rules).own).toMatchObject({
      ...{ summonses: 4, summonsesLate: 2, summonsesFailed: 1, summonsesDeclined: 1 },
    });
  });
});
