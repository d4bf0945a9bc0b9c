import { describe, expect, it } from 'vitest';
import { casesBehind, type NumberAsked } from '../../../functions/core/score/cases-behind.ts';
import type { LedgerEntry } from '../../../functions/core/score/ledger-entry.ts';
import { isTradeOf, pooledInto } from '../../../functions/core/score/month-tallies.ts';
import { tallyOf } from '../../../functions/core/score/tally-of.ts';
import { aCase, overdue, points, ruling } from './support/entries.ts';
import { sampleUnits } from './support/sample-units.ts';
import { monthRules, says } from './support/score-rules.ts';

const rules = monthRules();
const open = (entries: readonly LedgerEntry[], asked: Partial<NumberAsked> = {}, of = rules) =>
  casesBehind(entries, { rate: 'resolution', answer: 'yes', ...asked }, of).map(({ id }) => id);
const unit = (code: string) => sampleUnits.byCode.get(code)!;

describe('the cases behind a number', () => {
  it('stand in the order of time, those of one moment in the order of their ids', () => {
    const entries = [
      aCase('gas', 'c', { at: 5 }),
      aCase('gas', 'b', { at: 9 }),
      aCase('gas', 'a', { at: 5 }),
      aCase('gas', 'd', { at: 1 }),
    ];

    expect(open(entries)).toEqual(['d', 'a', 'c', 'b']);
    expect(open(entries.toReversed())).toEqual(['d', 'a', 'c', 'b']);
  });

  it('that are counted apart are the unit’s own alone, whatever the trade or the charge', () => {
    const apart = aCase('gas', 'a', { kind: 'patrol', trade: 'water', lateBy: 'water' });
    const entries = [apart, points('gas', 1)];
    expect(rules.countedKinds.has('patrol')).toBe(false);

    expect(open(entries, { answer: 'apart' })).toEqual(['a']);
    expect(open(entries, { answer: 'apart', trade: 'water' })).toEqual([]);
    expect(open(entries, { answer: 'apart', chargedTo: 'water' })).toEqual([]);
  });
});

describe('a fold of entries', () => {
  it('has no trade of a matter that belongs to none', () => {
    expect([...tallyOf([aCase('gas', 'a')], rules).trades]).toEqual([]);
  });

  it('charges a delay of an open ticket only where such a ticket counts as late', () => {
    const late = [overdue('gas', 'a', { lateBy: 'water' })];
    const left = monthRules({ rates: { onTime: { overdueOpen: says('notCounted') } } });
    const counted = monthRules({ rates: { onTime: { overdueOpen: says('late') } } });

    expect([...tallyOf(late, counted).charges]).toEqual([['water', 1]]);
    expect([...tallyOf(late, left).charges]).toEqual([]);
  });

  it('counts a merged ticket as the pack says', () => {
    const merged = [aCase('gas', 'a', { merged: true, outcome: 'merged' }), aCase('gas', 'b')];
    const casesOf = (value: string) => tallyOf(merged, monthRules({ merged: says(value) })).own.notCounted;

    expect(casesOf('excluded')).toBe(1);
  });
});

describe('whose figures a case enters', () => {
  const countsFor = {
    branch: says(['subdistrict', 'district', 'department']),
    enterprise: says(['district', 'department']),
    subdistrict: says(['subdistrict', 'district']),
  };
  const codesOf = (code: string) =>
    pooledInto(unit(code), monthRules({ countsFor }), sampleUnits).map((at) => sampleUnits.codes[at]);

  it('are those above it by area and by line, each once, never its own and never nobody’s', () => {
    expect(codesOf('east-1-water')).toEqual(['east-1', 'east', 'water']);
    expect(codesOf('gas')).toEqual([]);
    expect(codesOf('east-1')).toEqual(['east']);
    expect(codesOf('water')).toEqual([]);
  });

  it('are of a trade unless they are the department’s own already', () => {
    const trade = (of: object) => (code: string) =>
      isTradeOf(unit('water'), unit(code), monthRules(of), sampleUnits);
    const all = ['water', 'east-1-water', 'traffic', 'gas', 'east-1'];
    const apart = { department: { tradeIncludesOwn: says(false) } };

    expect(all.map(trade({ department: { tradeIncludesOwn: says(true) } }))).toEqual(Array(5).fill(true));
    expect(all.map(trade({ ...apart, countsFor }))).toEqual([false, false, true, true, true]);
    expect(all.map(trade({ ...apart, countsFor: { branch: says([]) } }))).toEqual([
      ...[false, true, true, true, true],
    ]);
  });
});

describe('a ruling', () => {
  it('on another case says nothing of this one', () => {
    const [a, b] = [aCase('gas', 'a'), aCase('gas', 'b')];

    expect(open([a, b, ruling('exclusion', a)], { answer: 'excluded' })).toEqual(['a']);
    expect(open([a, b, ruling('exclusion', a)])).toEqual(['b']);
  });
});
