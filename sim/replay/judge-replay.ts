import type { Policy } from '../../functions/core/policy/policy-schema.ts';
import type { TicketStore } from '../../functions/ports/ticket-store.ts';
import {
  type Compared,
  checkDeadlines,
  checkHistory,
  checkNothingOwed,
  checkOverdue,
  checkRungs,
  type Outcome,
} from './check-tickets.ts';
import type { Driven } from './drive-plan.ts';
import type { EffectAccount } from './effect-account.ts';
import { expectRow } from './expect-row.ts';
import type { Plan } from './plan-rows.ts';
import { loadAll, unwoken } from './read-back.ts';

/** A line of the verdict: what was checked, on how many, and each that differs. */
export type Check = Outcome & { readonly title: string };

export type Judged = {
  readonly checks: readonly Check[];
  /** Overdue by the file, overdue in the store, and the rungs that had to be climbed. */
  readonly overdue: { readonly inFile: number; readonly inStore: number };
  readonly climbs: number;
  readonly historyEntries: number;
};

export type Evidence = {
  readonly plan: Plan;
  readonly driven: Driven;
  readonly store: TicketStore;
  readonly policy: Policy;
  readonly account: EffectAccount;
  /** What a use case could not send after its write. */
  readonly deferred: readonly string[];
};

/** Reads everything back from the store and holds it against the file. */
export const judgeReplay = async ({
  plan,
  driven,
  store,
  policy,
  account,
  deferred,
}: Evidence): Promise<Judged> => {
  const rungs = policy.escalation.rungs.value ?? [];
  const records = await loadAll(store, driven.ticketIds);
  const all = plan.rows.map(
    (planned, index): Compared => ({
      key: planned.row.key,
      group: planned.group,
      expected: expectRow(planned, rungs, plan.endAt),
      record: records[index],
    }),
  );
  const timed = all.filter(({ group }) => group === 'timed');
  const untimed = all.filter(({ group }) => group === 'untimed');
  const seen = [...timed, ...untimed];
  const overdue = timed.filter(({ expected }) => expected.isOverdue);
  const balance = account.balance();
  const counted = records.reduce((sum, record) => sum + (record?.state.effects ?? 0), 0);
  const late = driven.lateMaxMs === 0 ? [] : [`a timer took effect ${driven.lateMaxMs} ms after its time`];
  return {
    overdue: {
      inFile: overdue.length,
      inStore: seen.filter(({ record }) => record?.state.overdueAt !== undefined).length,
    },
    climbs: seen.reduce((sum, { expected }) => sum + expected.climbs.length, 0),
    historyEntries: records.reduce((sum, record) => sum + (record?.history.length ?? 0), 0),
    checks: [
      {
        title: 'every request and answer was taken',
        compared: driven.submits + driven.answers,
        differences: driven.refused.map(({ key, why }) => `${key}: ${why}`),
      },
      { title: 'deadline equals the recorded DueDate', ...checkDeadlines(timed) },
      { title: 'no deadline where the file has none', ...checkDeadlines(untimed) },
      { title: 'overdue in the store as by the file', ...checkOverdue(seen) },
      { title: 'overdue tickets climbed each rung once, at its time', ...checkRungs(overdue) },
      { title: 'all tickets climbed the rungs they had to, no others', ...checkRungs(seen) },
      { title: 'history without gaps', ...checkHistory(all) },
      {
        title: 'no wake-up left before the end (by the wake index)',
        compared: all.length,
        differences: await unwoken(store, plan.endAt),
      },
      { title: 'timers took effect at their own time', compared: driven.wakes, differences: late },
      {
        title: 'every effect owed arrived exactly once',
        compared: balance.owed,
        differences: [
          ...balance.never.map((id) => `${id} never arrived`),
          ...balance.twice.map((id) => `${id} arrived more than once`),
          ...balance.unknown.map((id) => `${id} arrived and was never owed`),
          ...(balance.numbered === counted
            ? []
            : [`the tickets count ${counted} effects, ${balance.numbered} were seen`]),
        ],
      },
      { title: 'no ticket owes anything any more', ...checkNothingOwed(all) },
      { title: 'nothing failed after a write', compared: all.length, differences: deferred },
    ],
  };
};
