import { scheduler } from 'node:timers/promises';
import { isMessage } from '../../functions/core/record/is-message.ts';
import type { OwedEffect } from '../../functions/core/record/ticket-record.ts';
import type { DurationMs } from '../../functions/core/time.ts';
import type { Clock } from '../../functions/ports/clock.ts';
import { promiseEvents } from '../check/promise-events.ts';
import { type Spread, spreadOf } from './quantiles.ts';
import type { Heard, WebhookReceiver } from './webhook-receiver.ts';

/** What was owed to registered receivers beside what they heard. */
export interface DeliveriesChecked {
  readonly owed: number;
  readonly missing: readonly string[];
  /** Heard, but owed by no ticket when the histories were read. */
  readonly unowed: readonly string[];
  /** Told something else than what was owed. */
  readonly altered: readonly string[];
  readonly early: readonly string[];
  /** Deliveries of an event already heard, which receivers drop. */
  readonly repeats: number;
  /** From the time of a promise to the arrival of what it caused. */
  readonly lateness: Spread;
}

const lookAgainMs = 250;

/**
 * Waits until every effect owed to `owners` has arrived, or for `patienceMs`. An effect's id, receiver and time are
 * those the rules give it: see `expectedLife`.
 *
 * @param heardBefore ids heard before the first history was read: each of them must be among `effects`
 */
export async function checkDeliveries(props: {
  readonly receiver: Pick<WebhookReceiver, 'heard'>;
  readonly owners: ReadonlySet<string>;
  readonly effects: readonly OwedEffect[];
  readonly heardBefore: ReadonlySet<string>;
  readonly clock: Clock;
  readonly patienceMs: DurationMs;
}): Promise<DeliveriesChecked> {
  const { receiver, owners, heardBefore, clock, patienceMs } = props;
  const owed = new Map(
    props.effects
      .filter((effect) => isMessage(effect) && owners.has(effect.to))
      .map((effect) => [effect.id, effect]),
  );
  const missing = () => [...owed.keys()].filter((id) => !receiver.heard.has(id));
  const until = clock.now() + patienceMs;
  while (missing().length > 0 && clock.now() < until) await scheduler.wait(lookAgainMs);
  const heard = [...receiver.heard.values()];
  return {
    owed: owed.size,
    missing: missing(),
    unowed: [...heardBefore].filter((id) => !owed.has(id)),
    altered: heard.filter((event) => isAltered(event, owed.get(event.id))).map(({ id }) => id),
    early: heard.filter(({ arrivedAt, happenedAt }) => arrivedAt < happenedAt).map(({ id }) => id),
    repeats: heard.reduce((sum, { times }) => sum + times - 1, 0),
    lateness: spreadOf(
      heard.flatMap(({ id, arrivedAt, happenedAt }) =>
        promiseEvents.has(owed.get(id)?.event ?? '') ? [arrivedAt - happenedAt] : [],
      ),
    ),
  };
}

const isAltered = ({ owner, happenedAt, data }: Heard, effect: OwedEffect | undefined): boolean =>
  effect !== undefined &&
  (effect.to !== owner || effect.at !== happenedAt || effect.ticketId !== data.ticketId);
