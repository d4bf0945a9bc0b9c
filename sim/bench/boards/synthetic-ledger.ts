import type { UnitKind } from '../../../functions/core/directory/unit-kinds.ts';
import type { Rules } from '../../../functions/core/rules/rules.ts';
import { noUnit } from '../../../functions/core/rules/unit-table.ts';
import type { LedgerEntry } from '../../../functions/core/score/ledger-entry.ts';
import { dayMs } from '../../../functions/core/time.ts';

/** The month that is scored. */
export const month = '2026-11';
const monthStart = Date.parse('2026-11-01T00:00:00+08:00');

/** How a month's entries are spread over the kinds of unit. The real split is not published: assumed for the load alone. */
const shares: Readonly<Partial<Record<UnitKind, number>>> = {
  ...{ subdistrict: 0.7, enterprise: 0.09, department: 0.09, bureau: 0.08, branch: 0.02, district: 0.02 },
};

/** A ledger whose entries are made when they are asked for and kept nowhere. */
export interface SyntheticLedger {
  readonly entries: number;
  /** How many entries a unit has in {@link month}. */
  count(unit: number): number;
  /** Entry `n` of a unit, in the order of ids. Always the same. */
  entry(unit: number, n: number): LedgerEntry;
}

/**
 * A month of `total` entries over the units of a real directory and the items of its catalogue: cases, with a few open overdue
 * tickets, summonses, ratings, points and rulings. Units differ in size by up to fifteen times.
 */
export function syntheticLedger({ units, items, tiers }: Rules, total: number): SyntheticLedger {
  const counts = countsOf(units.kinds, total);
  const matter = (unit: number, n: number) => {
    const item = mix(unit, n, 1) % items.count;
    const trade = items.trade[item]!;
    return {
      ticketId: ticketId(unit, n),
      kind: 'complaint',
      item: items.codes[item]!,
      tier: tiers[items.tier[item]!]!.key,
      ...(trade === noUnit ? {} : { trade: units.codes[trade]! }),
    };
  };
  const base = (unit: number, n: number) => ({
    unit: units.codes[unit]!,
    month,
    id: `${ticketId(unit, n)}.7`,
    at: monthStart + (mix(unit, n, 2) % (30 * dayMs)),
  });
  const raters = units.codes.filter((_, unit) => units.kinds[unit] === 'subdistrict');
  return {
    entries: counts.reduce((sum, count) => sum + count, 0),
    count: (unit) => counts[unit]!,
    entry(unit, n) {
      const common = base(unit, n);
      const chance = mix(unit, n, 3) % 1_000;
      if (chance < 20) return { ...common, ...matter(unit, n), type: 'overdue' };
      if (chance < 40) return { ...common, ...summons(common.at, chance), ticketId: ticketId(unit, n) };
      if (chance < 45)
        return { ...common, type: 'points', by: '110000', points: chance - 42, reason: 'praise' };
      if (chance < 55 && n > 0) {
        const of = `${ticketId(unit, n - 1)}.7`;
        return { ...common, type: 'exclusion', of, by: '110000', reason: 'force-majeure' };
      }
      if (chance < ratedUpTo(units.kinds[unit]!)) {
        const by = raters[mix(unit, n, 4) % raters.length]!;
        return { ...common, type: 'rating', board: 'annual', by, points: 60 + (chance % 40) };
      }
      const asked = chance < 900;
      const said = (share: number, salt: number) => (mix(unit, n, salt) % 100 < share ? 'yes' : 'no');
      const words = { responded: said(99, 5), resolved: said(93, 6), satisfied: said(95, 7) } as const;
      return {
        ...common,
        ...matter(unit, n),
        type: 'case',
        outcome: !asked ? 'unreachable' : words.resolved === 'yes' ? 'resolved' : 'unresolved',
        onTime: mix(unit, n, 8) % 100 < 90,
        ...(asked ? words : {}),
        reopens: 0,
      };
    },
  };
}

/** Ratings are of the units that are appraised in the year: a fifth of what is entered for them. */
const ratedUpTo = (kind: UnitKind) => (kind === 'department' || kind === 'branch' ? 255 : 0);

const summons = (at: number, chance: number) => ({
  ...({ type: 'summons', whistle: 1, kind: 'emergency', blower: '110101001', outcome: 'released' } as const),
  ...{
    calledAt: at - 3_600_000,
    arriveBy: at - 1_800_000,
    arrivedAt: at - 2_000_000,
    late: chance % 2 === 0,
  },
});

/** Ids in the order of `n`, as a store sorts them. */
const ticketId = (unit: number, n: number): string =>
  `${n.toString(16).padStart(8, '0')}${unit.toString(16).padStart(8, '0')}${mix(unit, n, 9).toString(16).padStart(16, '0')}`;

/** Parts `total` over the units: by the shares of their kinds, and within a kind by sizes from 1 to 15. */
function countsOf(kinds: readonly UnitKind[], total: number): readonly number[] {
  const sizes = kinds.map((_, unit) => 1 + (mix(unit, 0, 10) % 15));
  const ofKind = (kind: UnitKind) =>
    sizes.reduce((sum, size, unit) => sum + (kinds[unit] === kind ? size : 0), 0);
  const whole = new Map(kinds.map((kind) => [kind, ofKind(kind)]));
  const known = [...whole.keys()].reduce((sum, kind) => sum + (shares[kind] ?? 0), 0);
  const counts = sizes.map((size, unit) => {
    const kind = kinds[unit]!;
    return Math.floor((total * (shares[kind] ?? 0) * size) / known / whole.get(kind)!);
  });
  // What rounding left goes to the first unit that takes cases.
  const first = counts.findIndex((count) => count > 0);
  counts[first] = counts[first]! + total - counts.reduce((sum, count) => sum + count, 0);
  return counts;
}

/** A repeatable number from 0 up to 2 to the 32nd: the bench needs variety, not quality. */
function mix(unit: number, n: number, salt: number): number {
  let value = Math.imul(unit + 1, 0x9e3779b1) ^ Math.imul(n + 1, 0x85ebca6b) ^ Math.imul(salt, 0xc2b2ae35);
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  value = Math.imul(value ^ (value >>> 12), 0x297a2d39);
  return (value ^ (value >>> 15)) >>> 0;
}
