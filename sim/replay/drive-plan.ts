import type { EpochMs } from '../../functions/core/time.ts';
import type { Deps } from '../../functions/usecases/deps.ts';
import { answer, depsAt, submit, wake } from './city-events.ts';
import { EventQueue, eventKind, type ReplayEvent } from './event-queue.ts';
import type { Plan } from './plan-rows.ts';

/** Most events in flight at once; each concerns another ticket. */
const inFlightMax = 32;

/** What happened on the way. `refused` names rows (by key) that a use case did not take. */
export type Driven = {
  /** The ticket of each planned row; undefined where its request was refused. */
  readonly ticketIds: readonly (string | undefined)[];
  readonly refused: readonly { readonly key: string; readonly why: string }[];
  readonly submits: number;
  readonly answers: number;
  /** Timers that fired, and those that found nothing due. */
  readonly wakes: number;
  readonly idleWakes: number;
  /** How much later than promised, at most, a timer took effect. */
  readonly lateMaxMs: number;
};

/** Told after each batch: events of rows done, and the virtual time reached. */
export type OnProgress = (rowEventsDone: number, at: EpochMs) => void;

/**
 * Drives a plan through the use cases in virtual time: the next events of distinct tickets run together, each with a
 * clock that stands at its own time. Tickets do not touch each other, so the outcome is that of one event after another.
 *
 * @param wakeTimes the wake-up time each ticket was last written with, kept up by the watched store
 */
export const drivePlan = async (
  plan: Plan,
  deps: Deps,
  wakeTimes: ReadonlyMap<string, EpochMs>,
  onProgress: OnProgress,
): Promise<Driven> => {
  const queue = new EventQueue();
  const ticketIds: (string | undefined)[] = plan.rows.map(() => undefined);
  const leads: (string | undefined)[] = [...ticketIds];
  const refused: { key: string; why: string }[] = [];
  const tally = { submits: 0, answers: 0, wakes: 0, idleWakes: 0, lateMaxMs: 0 };
  plan.rows.forEach(({ submitAt }, index) => {
    queue.push({ at: submitAt, kind: eventKind.submit, index });
  });

  const refuse = (index: number, why: string) => refused.push({ key: plan.rows[index]!.row.key, why });

  const runSubmit = async (now: Deps, index: number) => {
    tally.submits += 1;
    const opened = await submit(now, plan.rows[index]!);
    if ('refused' in opened) return void refuse(index, opened.refused);
    ticketIds[index] = opened.ticketId;
    leads[index] = opened.lead;
    const { answerAt } = plan.rows[index]!;
    if (answerAt !== undefined) queue.push({ at: answerAt, kind: eventKind.answer, index });
  };

  const runAnswer = async (now: Deps, index: number) => {
    tally.answers += 1;
    const failed = await answer(now, ticketIds[index]!, leads[index]);
    if (failed !== undefined) refuse(index, failed.refused);
  };

  const runWake = async (now: Deps, { at, index }: ReplayEvent) => {
    const ticketId = ticketIds[index]!;
    const lateMs = await wake(now, ticketId);
    if (lateMs === undefined) tally.idleWakes += 1;
    else tally.wakes += 1;
    tally.lateMaxMs = Math.max(tally.lateMaxMs, lateMs ?? 0);
    const next = wakeTimes.get(ticketId);
    if (next !== undefined && next <= at) throw new Error(`a timer of ticket ${ticketId} does not move on`);
  };

  const run = async (event: ReplayEvent) => {
    const now = depsAt(deps, event.at);
    if (event.kind === eventKind.submit) await runSubmit(now, event.index);
    else if (event.kind === eventKind.answer) await runAnswer(now, event.index);
    else await runWake(now, event);
    const ticketId = ticketIds[event.index];
    const wakeAt = ticketId === undefined ? undefined : wakeTimes.get(ticketId);
    if (wakeAt !== undefined && wakeAt <= plan.endAt) {
      queue.push({ at: wakeAt, kind: eventKind.wake, index: event.index });
    }
  };

  while (queue.size > 0) {
    const batch = nextBatch(queue, ({ kind, at, index }) => {
      if (kind !== eventKind.wake) return true;
      return wakeTimes.get(ticketIds[index]!) === at;
    });
    await Promise.all(batch.map(run));
    const last = batch.at(-1);
    if (last !== undefined) onProgress(tally.submits + tally.answers, last.at);
  }
  return { ticketIds, refused, ...tally };
};

/** Takes the next events that are still meant, until one concerns a ticket that is already among them. */
const nextBatch = (queue: EventQueue, isMeant: (event: ReplayEvent) => boolean): ReplayEvent[] => {
  const batch: ReplayEvent[] = [];
  const taken = new Set<number>();
  while (batch.length < inFlightMax) {
    const next = queue.peek();
    if (next === undefined || taken.has(next.index)) break;
    queue.pop();
    if (!isMeant(next)) continue;
    taken.add(next.index);
    batch.push(next);
  }
  return batch;
};
