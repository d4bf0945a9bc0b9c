import { createHash } from 'node:crypto';
import { memoryEffectQueue } from '../../functions/adapters/memory/memory-queues.ts';
import type { EpochMs } from '../../functions/core/time.ts';
import type { Clock } from '../../functions/ports/clock.ts';
import type { TicketStore } from '../../functions/ports/ticket-store.ts';
import type { Deps } from '../../functions/usecases/deps.ts';
import type { BaltimoreRow } from '../city-data/baltimore/read-rows.ts';
import { drivePlan } from './drive-plan.ts';
import { EffectAccount } from './effect-account.ts';
import { judgeReplay } from './judge-replay.ts';
import type { ReplayedCity } from './load-city.ts';
import { type Plan, planRows } from './plan-rows.ts';
import type { Progress } from './progress.ts';
import type { Ran } from './report-lines.ts';
import { watchStore } from './watched-store.ts';

export type ReplaySetup = {
  readonly rows: readonly BaltimoreRow[];
  readonly replayed: ReplayedCity;
  readonly store: TicketStore;
  readonly storeName: string;
  /** Wall time, for the speed only: the service itself sees virtual time. */
  readonly wall: Clock;
  readonly progress: (plan: Plan) => Progress;
};

/** Drives rows through the use cases, reads the store back and judges it. */
export const replayRows = async (setup: ReplaySetup): Promise<Ran> => {
  const { rows, replayed, storeName, wall } = setup;
  const { city, policy, lookup } = replayed;
  const { rules } = city;
  const plan = planRows(rows, lookup, rules.utcOffsetMs);
  const account = new EffectAccount();
  const wakeTimes = new Map<string, EpochMs>();
  const watched = watchStore(setup.store, account, (ticketId, wakeAt) => {
    if (wakeAt === undefined) wakeTimes.delete(ticketId);
    else wakeTimes.set(ticketId, wakeAt);
  });
  const effects = memoryEffectQueue();
  const deferred: string[] = [];
  const deps: Deps = {
    store: watched.store,
    // The driver wakes each ticket at the very time it was written with; a queue would round up to the second.
    wakes: { send: async () => [] },
    effects,
    clock: { now: () => plan.endAt },
    city,
    async rulesOf(hash) {
      if (hash === rules.hash) return rules;
      throw new Error(`nobody kept the rules ${hash}`);
    },
    deferred: (ticketId, cause) => deferred.push(`${ticketId}: ${String(cause)}`),
    digest: (text) => createHash('sha256').update(text).digest('hex'),
  };
  const receive = () => {
    for (const { body } of effects.take()) account.receive(body);
  };
  const progress = setup.progress(plan);
  const startedAt = wall.now();
  const driven = await drivePlan(plan, deps, wakeTimes, (done, at) => {
    receive();
    progress.update(done, at);
  }).finally(progress.stop);
  const wallMs = wall.now() - startedAt;
  const counts = { ...watched.counts };
  const judged = await judgeReplay({ plan, driven, store: setup.store, policy, account, deferred });
  return { plan, driven, judged, counts, storeName, wallMs, utcOffsetMs: rules.utcOffsetMs };
};
