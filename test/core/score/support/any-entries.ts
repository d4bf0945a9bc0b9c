import fc from 'fast-check';
import type { CaseEntry, LedgerEntry } from '../../../../functions/core/score/ledger-entry.ts';
import { outcomes } from '../../../../functions/core/ticket/kinds.ts';
import { overdue, points, ruling, silent } from './entries.ts';
import { sampleUnits } from './sample-units.ts';

const unit = fc.constantFrom(...sampleUnits.codes.slice(1));
const word = fc.constantFrom(undefined, 'yes', 'yes', 'no' as const) as fc.Arbitrary<
  'yes' | 'no' | undefined
>;

const anyCase = fc.record({
  unit,
  outcome: fc.constantFrom(...outcomes.filter((name) => name !== 'open')),
  kind: fc.constantFrom('complaint', 'help', 'patrol'),
  onTime: fc.boolean(),
  said: fc.tuple(word, word, word),
  trade: fc.option(fc.constantFrom('water', 'traffic'), { nil: undefined }),
  lateBy: fc.option(unit, { nil: undefined }),
  merged: fc.boolean(),
  isOpen: fc.boolean(),
  ruled: fc.array(
    fc.record({
      type: fc.constantFrom('exclusion', 'inclusion', 'appeal', 'appealRefused' as const),
      at: fc.integer({ min: 0, max: 3 }),
    }),
    { maxLength: 3 },
  ),
});

/** Any ledger of a month: cases of every ending with their rulings, open overdue tickets, bonus and deduction. */
export const anyEntries: fc.Arbitrary<LedgerEntry[]> = fc
  .tuple(
    fc.array(anyCase, { maxLength: 40 }),
    fc.array(fc.tuple(unit, fc.integer({ min: -500, max: 500 })), { maxLength: 6 }),
  )
  .map(([given, extra]) => [
    ...given.flatMap(({ ruled, ...one }, n) => {
      const entry = entryOf(one, `c${n}`);
      return [entry, ...ruled.map(({ type, at }, m) => ruling(type, entry, { at, id: `r${n}-${m}` }))];
    }),
    ...extra.map(([to, hundredths], n) => points(to, hundredths / 100, `p${n}`)),
  ]);

type Given = Omit<typeof anyCase extends fc.Arbitrary<infer One> ? One : never, 'ruled'>;

function entryOf({ unit, outcome, kind, onTime, said, trade, lateBy, merged, isOpen }: Given, id: string) {
  const matter = { kind, ...(trade && { trade }), ...(lateBy && { lateBy }) };
  if (isOpen) return overdue(unit, id, matter);
  const [responded, resolved, satisfied] = said;
  const words: Partial<CaseEntry> = {
    ...(responded && { responded }),
    ...(resolved && { resolved }),
    ...(satisfied && { satisfied }),
  };
  return silent(unit, id, outcome, { ...matter, onTime, ...words, ...(merged && { merged }) });
}
