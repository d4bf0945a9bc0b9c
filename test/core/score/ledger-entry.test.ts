import { describe, expect, it } from 'vitest';
import { ledgerEntry } from '../../../functions/core/score/ledger-entry.ts';
import { aCase, overdue, points, rating, ruling } from './support/entries.ts';

const one = aCase('gas', '1');
const summons = {
  ...{ unit: 'gas', month: '2026-11', id: 's', at: 1, type: 'summons', ticketId: 't', whistle: 1 },
  ...{ kind: 'emergency', blower: 'east-1', outcome: 'released', calledAt: 1, late: false },
};
const power = { unit: 'gas', month: '2026-11', id: 'p', at: 1, type: 'power', power: 'planning' };

describe('a line of the ledger', () => {
  it.each([
    one,
    overdue('gas', '2', { trade: 'water' }),
    summons,
    rating('gas', 'water', 100),
    points('gas', -2.5),
    ...(['exclusion', 'inclusion', 'appeal', 'appealRefused'] as const).map((type) => ruling(type, one)),
    power,
  ])('reads back as it was put: $type', (entry) => {
    expect(ledgerEntry.parse(JSON.parse(JSON.stringify(entry)))).toEqual(entry);
  });

  it.each([
    ['an unknown type', { type: 'rumour' }, 'type'],
    ['an answer that is neither yes nor no', { resolved: 'perhaps' }, 'resolved'],
    ['a time between milliseconds', { at: 0.5 }, 'at'],
    ['no unit', { unit: undefined }, 'unit'],
  ])('with %s is refused', (_, change, path) => {
    expect(ledgerEntry.safeParse({ ...one, ...change }).error?.issues[0]?.path).toEqual([path]);
  });

  it('rates from 0 to 100', () => {
    for (const value of [-1, 101]) {
      expect(ledgerEntry.safeParse(rating('gas', 'water', value)).success).toBe(false);
    }
  });
});
