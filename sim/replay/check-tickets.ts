import type { TicketRecord } from '../../functions/core/record/ticket-record.ts';
import type { Expected } from './expect-row.ts';
import type { RowGroup } from './plan-rows.ts';

/** A stored ticket beside what its row says of it. `record` is undefined where the store has none. */
export type Compared = {
  readonly key: string;
  readonly group: RowGroup;
  readonly expected: Expected;
  readonly record: TicketRecord | undefined;
};

/** A check's outcome: how many were compared, and each that differs, in words. */
export type Outcome = { readonly compared: number; readonly differences: readonly string[] };

type Differs = (compared: Compared & { readonly record: TicketRecord }) => string | undefined;

/** Compares each ticket; one that the store does not have differs. */
const checkEach = (tickets: readonly Compared[], differs: Differs): Outcome => ({
  compared: tickets.length,
  differences: tickets.flatMap((ticket) => {
    const { record } = ticket;
    const why = record === undefined ? 'has no ticket in the store' : differs({ ...ticket, record });
    return why === undefined ? [] : [`${ticket.key} ${why}`];
  }),
});

/** The stored deadline is the file's, or absent where the file has none. */
export const checkDeadlines = (tickets: readonly Compared[]): Outcome =>
  checkEach(tickets, ({ record: { state }, expected }) =>
    state.dueAt === expected.dueAt
      ? undefined
      : `is due at ${state.dueAt ?? 'no time'}, by the file at ${expected.dueAt ?? 'no time'}`,
  );

/** The stored ticket is overdue if and only if the file says so, and since its due time. */
export const checkOverdue = (tickets: readonly Compared[]): Outcome =>
  checkEach(tickets, ({ record: { state }, expected }) => {
    const since = expected.isOverdue ? expected.dueAt : undefined;
    if (state.overdueAt === since) return undefined;
    return `is overdue since ${state.overdueAt ?? 'never'}, by the file since ${since ?? 'never'}`;
  });

/** The history has each rung that had to be climbed once, at its own instant, and no other. */
export const checkRungs = (tickets: readonly Compared[]): Outcome =>
  checkEach(tickets, ({ record, expected }) => {
    const climbed = record.history
      .filter(({ event }) => event === 'rungClimbed')
      .map(({ rule, at }) => `${rule.slice(rule.lastIndexOf('.') + 1)} at ${at}`);
    const wanted = expected.climbs.map(({ key, at }) => `${key} at ${at}`);
    return climbed.join(', ') === wanted.join(', ')
      ? undefined
      : `climbed [${climbed.join(', ')}], by the file [${wanted.join(', ')}]`;
  });

/** History numbers run from 1 without a gap, times never back, and the ticket's own count agrees. */
export const checkHistory = (tickets: readonly Compared[]): Outcome =>
  checkEach(tickets, ({ record: { history, state } }) => {
    const gap = history.findIndex(({ n }, i) => n !== i + 1);
    if (gap !== -1) return `has number ${history[gap]!.n} where ${gap + 1} should be`;
    if (history.some(({ at }, i) => i > 0 && at < history[i - 1]!.at)) return 'has a time that runs back';
    return history.length === state.entries
      ? undefined
      : `has ${history.length} entries and counts ${state.entries}`;
  });

/** Nothing is left unsent on the ticket. */
export const checkNothingOwed = (tickets: readonly Compared[]): Outcome =>
  checkEach(tickets, ({ record: { owed } }) =>
    owed.length === 0 ? undefined : `still owes ${owed.map(({ id }) => id).join(', ')}`,
  );
