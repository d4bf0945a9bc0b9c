import type { Rules } from '../../rules/rules.ts';
import type { EpochMs } from '../../time.ts';
import type { AgendaMatter, AgendaRow } from './agenda-row.ts';
import type { AgendaRules } from './agenda-rules.ts';

export interface Agenda {
  readonly rows: readonly AgendaRow[];
  /** Matters the agenda had no room for. */
  readonly left: number;
}

/**
 * The agenda of a joint meeting (联席会议议程) from the matters found: those the pack takes, ordered, the most pressing as far
 * as there is room, and put into groups that stand in the order of their first rows. A function of the set of matters:
 * their order, and one found twice, change nothing.
 */
export function buildAgenda(
  found: readonly AgendaMatter[],
  now: EpochMs,
  rules: AgendaRules,
  { tiers }: Pick<Rules, 'tiers'>,
): Agenda {
  const limits = new Map(tiers.map(({ key, limitMs }) => [key, limitMs]));
  const compare = comparing(rules, limits);
  const taken = [...new Map(found.map((one) => [nameOf(one), one])).values()]
    .filter((one) => isTaken(one, now, rules))
    .sort(compare);
  const kept = taken.slice(0, rules.rowsMax);
  const groups = Map.groupBy(kept, (one) => groupOf(one, rules));
  const rows = [...groups].flatMap(([group, all]) => all.map((one) => ({ ...one, group })));
  return { rows: rows.map((row, n) => ({ ...row, n: n + 1 })), left: taken.length - kept.length };
}

const nameOf = ({ ref, milestone = '', kind }: AgendaMatter) => `${ref}/${milestone}/${kind}`;

const isTaken = (
  { kind, limitAt }: AgendaMatter,
  now: EpochMs,
  { takes, overdueAfterMs }: AgendaRules,
): boolean => takes.includes(kind) && (kind !== 'overdue' || now > limitAt + overdueAfterMs);

const groupOf = (one: AgendaMatter, { groupBy }: AgendaRules): string =>
  groupBy === 'none' ? 'all' : (one[groupBy] ?? 'none');

/** What comes first by each order; then by name, so that two matters are never equal. */
function comparing({ takes, orderBy }: AgendaRules, limits: ReadonlyMap<string, number>) {
  const limitOf = ({ tier = '' }: AgendaMatter) => limits.get(tier) ?? Number.MAX_VALUE;
  const orders = {
    kind: (a: AgendaMatter, b: AgendaMatter) => takes.indexOf(a.kind) - takes.indexOf(b.kind),
    lateness: (a: AgendaMatter, b: AgendaMatter) => a.limitAt - b.limitAt,
    age: (a: AgendaMatter, b: AgendaMatter) => a.since - b.since,
    tier: (a: AgendaMatter, b: AgendaMatter) => Math.sign(limitOf(a) - limitOf(b)) || 0,
  } as const satisfies Record<AgendaRules['orderBy'][number], unknown>;
  return (a: AgendaMatter, b: AgendaMatter): number => {
    for (const order of orderBy) {
      const difference = orders[order](a, b);
      if (difference !== 0) return difference;
    }
    return nameOf(a) < nameOf(b) ? -1 : 1;
  };
}
