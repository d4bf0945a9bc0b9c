import { scheduler } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { City } from '../../functions/core/city/city.ts';
import type { OwedEffect } from '../../functions/core/record/ticket-record.ts';
import type { DurationMs, EpochMs } from '../../functions/core/time.ts';
import type { Clock } from '../../functions/ports/clock.ts';
import type { CaseFile } from '../../functions/usecases/read-ticket.ts';
import { promiseEvents } from '../check/promise-events.ts';
import { type ExpectedLife, expectedLife, type SentCommand } from './expected-life.ts';
import type { ServiceClient } from './service-client.ts';

/** A request the service has acknowledged: what it must have for ever. */
export interface Acknowledged {
  readonly ticketId: string;
  readonly source: string;
  readonly sourceKey: string;
  readonly body: object;
}

/** Every acknowledged ticket as it was read back once and lived again. */
export interface LivesChecked {
  readonly files: readonly CaseFile[];
  /** Source keys that are not there, or there under another id. */
  readonly lost: readonly string[];
  /** Tickets whose history is not the one the rules make of the same commands. */
  readonly wrong: readonly string[];
  /** Tickets with an entry or a promise kept before its time. */
  readonly early: readonly string[];
  /** Tickets with a promise still not kept so long after its time. */
  readonly unkept: readonly string[];
  /** Promises kept by the clock, over all histories. */
  readonly promisesKept: number;
  /** What they owed up to the moment they were read. */
  readonly effects: readonly OwedEffect[];
}

interface Context {
  readonly client: Pick<ServiceClient, 'ask'>;
  readonly city: City;
  readonly clock: Clock;
  readonly commands: ReadonlyMap<string, SentCommand>;
  /** A promise due when a ticket is read may still be on its way for so long. */
  readonly patienceMs: DurationMs;
}

const lookAgainMs = 500;

/** Reads every acknowledged ticket back by the platform's own key and lives it again. */
export async function checkLives(context: Context, tickets: readonly Acknowledged[]): Promise<LivesChecked> {
  const until = context.clock.now() + context.patienceMs;
  const seen = await Promise.all(tickets.map((ticket) => checkLife(context, ticket, until)));
  const names = (pick: (life: Checked) => boolean) =>
    seen.flatMap((life, n) => (pick(life) ? [`${tickets[n]!.sourceKey} ${life.why ?? ''}`.trim()] : []));
  return {
    files: seen.flatMap(({ file }) => (file === undefined ? [] : [file])),
    lost: names(({ state }) => state === 'lost'),
    wrong: names(({ state }) => state === 'wrong'),
    early: names(({ early }) => early),
    unkept: names(({ state }) => state === 'unkept'),
    promisesKept: seen.reduce((sum, { file }) => sum + promisesOf(file), 0),
    effects: seen.flatMap(({ expected }) => expected?.effects ?? []),
  };
}

type Checked = {
  readonly state: 'right' | 'lost' | 'wrong' | 'unkept';
  readonly early: boolean;
  readonly why?: string;
  readonly file?: CaseFile;
  readonly expected?: ExpectedLife;
};

async function checkLife(context: Context, ticket: Acknowledged, until: EpochMs): Promise<Checked> {
  const { client, clock } = context;
  const query = new URLSearchParams({ source: ticket.source, sourceKey: ticket.sourceKey });
  for (;;) {
    const answer = await client.ask({ role: 'platform' }, 'GET', `/tickets?${query}`);
    const readAt = clock.now();
    const file = answer.body as CaseFile;
    if (answer.status !== 200 || file.ticket.ticketId !== ticket.ticketId) {
      return { state: 'lost', early: false, why: `answered ${answer.status}` };
    }
    const checked = judge(context, ticket, file, readAt);
    if (checked.state !== 'unkept' || readAt > until) return checked;
    await scheduler.wait(lookAgainMs);
  }
}

function judge({ city, commands }: Context, ticket: Acknowledged, file: CaseFile, readAt: EpochMs): Checked {
  const early = file.history.some(({ at }) => Date.parse(at) > readAt);
  try {
    const expected = expectedLife(file, ticket.body, commands, city);
    const found = file.history.map(({ unitCode, at, ...entry }) => ({
      ...entry,
      at: Date.parse(at),
      ...(unitCode === undefined ? {} : { unit: unitCode }),
    }));
    const differs = expected.history.findIndex((entry, n) => !isDeepStrictEqual(entry, found[n]));
    if (differs === found.length)
      return { state: 'unkept', early, why: 'at the same instant', file, expected };
    if (differs >= 0 || found.length !== expected.history.length) {
      const n = differs >= 0 ? differs : expected.history.length;
      const why = `entry ${n + 1} is ${JSON.stringify(found[n])}, not ${JSON.stringify(expected.history[n])}`;
      return { state: 'wrong', early, why, file, expected };
    }
    const isKept = expected.nextAt >= readAt;
    const why = `due ${readAt - expected.nextAt} ms before it was read`;
    return isKept
      ? { state: 'right', early, file, expected }
      : { state: 'unkept', early, why, file, expected };
  } catch (cause) {
    return { state: 'wrong', early, why: cause instanceof Error ? cause.message : String(cause), file };
  }
}

const promisesOf = (file: CaseFile | undefined): number =>
  (file?.history ?? []).filter(({ event, by }) => by === 'clock' && promiseEvents.has(event)).length;
