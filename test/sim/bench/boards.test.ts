import { describe, expect, it } from 'vitest';
import { ledgerEntry } from '../../../functions/core/score/ledger-entry.ts';
import { boardDeps, runBoard } from '../../../sim/bench/boards/run-board.ts';
import { stores } from '../../../sim/bench/boards/stores.ts';
import { month, syntheticLedger } from '../../../sim/bench/boards/synthetic-ledger.ts';
import { beijing } from '../../support/beijing.ts';

const city = beijing();
const { units } = city.rules;
const ledger = syntheticLedger(city.rules, 5_000);
const entriesOf = (unit: number) =>
  Array.from({ length: ledger.count(unit) }, (_, n) => ledger.entry(unit, n));

describe('the synthetic month of the bench', () => {
  it('has exactly the entries asked for, over every kind of unit that takes cases', () => {
    const all = units.codes.flatMap((_, unit) => entriesOf(unit));

    expect(all).toHaveLength(5_000);
    expect(new Set(all.map(({ type }) => type))).toEqual(
      new Set(['case', 'overdue', 'summons', 'points', 'exclusion', 'rating']),
    );
  });

  it('is made of entries as the ledger takes them, in the order of their ids', () => {
    for (const unit of units.codes.keys()) {
      const entries = entriesOf(unit);
      const ids = entries.map(({ id }) => id);

      expect(entries.map((entry) => ledgerEntry.parse(entry))).toEqual(entries);
      expect([...new Set(ids)].sort()).toEqual(ids);
    }
  });

  it('makes the same boards whether its pages are made on demand or read from a store', async () => {
    const digests = await Promise.all(
      [stores.pages, stores.memory].map(async (open) => {
        const deps = boardDeps(city, await open(ledger, units));
        const live = await runBoard(deps, { kind: 'month', period: month }, 'refresh');
        const year = await runBoard(deps, { kind: 'annual', period: month.slice(0, 4) }, 'refresh');
        return [live.digest, year.digest, live.entries + year.entries];
      }),
    );

    expect(digests[0]).toEqual(digests[1]);
    expect(digests[0]![2]).toBe(5_000);
  });
});
