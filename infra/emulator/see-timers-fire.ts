import { setTimeout as sleep } from 'node:timers/promises';
import { systemClock } from '../../functions/adapters/system.ts';
import type { Ask } from '../smoke/api-client.ts';

const seenMaxMs = 300_000;
const pauseMs = 2_000;

interface Line {
  readonly n: number;
  readonly at: string;
  readonly event: string;
  readonly by: string;
}

/** What time alone must do to a ticket that nobody touches: mark that nobody signed, and climb the ladder. */
const expected = ['signOverdue', 'rungClimbed'] as const;

/** Waits until the clock has warned, marked and escalated each of the tickets `ids`, on which nobody works. */
export async function seeTimersFire(props: {
  ask: Ask;
  platformToken: string;
  ids: readonly string[];
  say(line: string): void;
}): Promise<void> {
  const { ask, platformToken: token, ids, say } = props;
  for (const id of ids) {
    const history = await waitFor(ask, token, id);
    const byClock = history.filter(({ by }) => by === 'clock');
    if (history.some(({ n }, index) => n !== index + 1)) throw new Error(`${id}: its history has gaps`);
    if (byClock.some(({ at }) => Date.parse(at) > systemClock.now()))
      throw new Error(`${id}: a timer was early`);
    say(
      `timers: ${id.slice(0, 12)}: ${byClock.map(({ event, at }) => `${event} ${at.slice(11, 19)}`).join(', ')}`,
    );
  }
}

async function waitFor(ask: Ask, token: string, id: string): Promise<readonly Line[]> {
  let history: readonly Line[] = [];
  for (let waitedMs = 0; waitedMs < seenMaxMs; waitedMs += pauseMs) {
    const { body } = await ask('GET', `/tickets/${id}`, { token });
    history = (body.history ?? []) as readonly Line[];
    const events = new Set(history.map(({ event }) => event));
    if (expected.every((event) => events.has(event))) return history;
    await sleep(pauseMs);
  }
  const seen = history.map(({ event, by }) => `${event} by ${by}`).join(', ');
  throw new Error(`${id}: no ${expected.join(' and ')} within ${seenMaxMs / 1_000} s; seen: ${seen}`);
}
