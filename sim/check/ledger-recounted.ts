import { monthOf } from '../../functions/core/calendar/month-of.ts';
import type { HistoryEntry, TicketRecord } from '../../functions/core/record/ticket-record.ts';
import type { Rules } from '../../functions/core/rules/rules.ts';
import type { LedgerEntry } from '../../functions/core/score/ledger-entry.ts';
import { sides } from '../../functions/core/sharing/project.ts';
import { type Checker, standing } from './checker.ts';
import type { Facts } from './facts.ts';
import { projectsNow } from './shared-now.ts';

/** An entry of the ledger, told so that it can be counted again from a ticket: whose, which month, what kind, what came. */
type Line = string;

const terminal: ReadonlySet<string> = new Set(['closed', 'withdrawn', 'outOfRemit']);
const endings: ReadonlySet<string> = new Set(['closed', 'withdrawn', 'refusedAsOutOfRemit', 'calledBack']);

/** The ledger has what a recount of all tickets and their histories gives, and nothing else. */
export const ledgerRecounted: Checker = {
  name: 'ledger-recounted',
  promise: 'the ledger equals a recount from the histories',
  phase: 'liveness',
  atEnd: (facts) => {
    const owing = new Set(
      standing(facts).flatMap(({ owed }) => owed.filter(({ kind }) => kind === 'ledger').map(({ id }) => id)),
    );
    // Powers are counted by a checker of their own.
    const put = [...facts.ledger.values()].filter(({ type }) => type !== 'power');
    const stored = tallied(put.filter(({ id }) => !owing.has(id)).map(lineOf));
    const counted = tallied([...standing(facts).flatMap((record) => recount(record, facts))]);
    const ruled = tallied(rulingLines(facts));
    const isCutOff = cutOffLines(facts);
    // What is owed still may be missing, and no more than that.
    const missing = [...counted].filter(([line, count]) => (stored.get(line) ?? 0) < count);
    const unruled = [...ruled].filter(
      ([line, count]) => (stored.get(line) ?? 0) < count && !isCutOff.has(line),
    );
    const missed = missing.reduce((sum, [line, count]) => sum + count - (stored.get(line) ?? 0), 0);
    const extra = [...stored].filter(
      ([line, count]) => count > (counted.get(line) ?? 0) + (ruled.get(line) ?? 0),
    );
    return [
      ...(missed > owing.size ? missing.map(([line]) => `the ledger misses ${line}`) : []),
      ...unruled.map(([line]) => `the ledger misses ${line}`),
      ...extra.map(([line]) => `the ledger has ${line} too often`),
    ];
  },
};

function lineOf(entry: LedgerEntry): Line {
  const ticketId = 'ticketId' in entry ? (entry.ticketId ?? '') : '';
  if (entry.type === 'rating' && ticketId !== '')
    return `rating of ${ticketId} for ${entry.unit}: ${entry.points} points`;
  if (ticketId === '')
    return `${entry.id} of ${entry.unit}${'points' in entry ? `: ${entry.points} points` : ''}`;
  const base = `${entry.type} of ${ticketId} for ${entry.unit} in ${entry.month}`;
  if (entry.type === 'case') return `${base}: ${entry.outcome}, ${entry.onTime ? 'on time' : 'late'}`;
  return entry.type === 'summons' ? `${base}: whistle ${entry.whistle}, ${entry.outcome}` : base;
}

function recount(record: TicketRecord, facts: Facts): readonly Line[] {
  const { rules } = facts.cities.get(record.rulesHash)!;
  return [
    ...caseOf(record, rules),
    ...overdueOf(record, rules),
    ...summonsesOf(record, rules),
    ...ratingsOf(record),
  ];
}

const inMonth = (at: number, { utcOffsetMs }: Rules): string => monthOf(at, utcOffsetMs);

function caseOf({ id, state, history }: TicketRecord, rules: Rules): readonly Line[] {
  if (!terminal.has(state.status) || state.lead === undefined) return [];
  const ended = history.findLast(({ event }) => endings.has(event)) ?? history.at(-1)!;
  const isLate = state.wasLate || state.overdueAt !== undefined;
  const month = inMonth(ended.at, rules);
  return [`case of ${id} for ${state.lead} in ${month}: ${state.outcome}, ${isLate ? 'late' : 'on time'}`];
}

/** Each count of the open and overdue at a month's end is the lead's of that moment. */
const overdueOf = ({ id, history }: TicketRecord, rules: Rules): readonly Line[] =>
  history
    .filter(({ event }) => event === 'countedOverdue')
    .map(({ unit, at }: HistoryEntry) => `overdue of ${id} for ${unit} in ${inMonth(at, rules)}`);

function summonsesOf({ id, state, history }: TicketRecord, rules: Rules): readonly Line[] {
  return state.summonses.flatMap(({ unit, status, whistle, endedAt }) => {
    if (endedAt === undefined) return [];
    // Nobody was called by a whistle that never got through the district.
    const isNobody = status === 'declined' && !isExcused(history, unit, endedAt);
    return isNobody
      ? []
      : [`summons of ${id} for ${unit} in ${inMonth(endedAt, rules)}: whistle ${whistle}, ${status}`];
  });
}

const isExcused = (history: readonly HistoryEntry[], unit: string, at: number): boolean =>
  history.some((entry) => entry.event === 'summonsExcused' && entry.unit === unit && entry.at === at);

/** Points in both directions; the month is the rating's own and stands in no state. */
const ratingsOf = ({ id, state }: TicketRecord): readonly Line[] =>
  state.summonses.flatMap(({ unit, blower, rating, ratingBack }) => [
    ...(rating === undefined ? [] : [`rating of ${id} for ${unit}: ${rating} points`]),
    ...(ratingBack === undefined ? [] : [`rating of ${id} for ${blower}: ${ratingBack} points`]),
  ]);

function tallied(lines: readonly Line[]): ReadonlyMap<Line, number> {
  const counts = new Map<Line, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return counts;
}

/** Lines that stand for no ticket: each ruling once, and what each side of a project was given by the other. */
const rulingLines = (facts: Facts): readonly Line[] => [
  ...facts.rulings.map(
    ({ id, unit, points }) => `${id} of ${unit}${points === undefined ? '' : `: ${points} points`}`,
  ),
  ...projectsNow(facts).flatMap(({ id, owners, ratings }) =>
    sides.flatMap((side) => {
      const rating = ratings[side];
      return rating === undefined ? [] : [`rating-${id}-${side} of ${owners[side]}: ${rating.points} points`];
    }),
  ),
];

/** Lines that a crash may have left out for good, because whoever asked has not come back. */
function cutOffLines(facts: Facts): ReadonlySet<Line> {
  const gone = facts.asked.filter(({ isAbandoned }) => isAbandoned);
  const ids = new Set(gone.flatMap(({ commandId, path }) => [commandId, path.projectId ?? commandId]));
  return new Set(rulingLines(facts).filter((line) => [...ids].some((id) => line.includes(id))));
}
