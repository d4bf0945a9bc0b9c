import { setTimeout as sleep } from 'node:timers/promises';
import { systemClock } from '../../functions/adapters/system.ts';
import { type Poster, postTicket } from './post-ticket.ts';
import type { Publish } from './run-publisher.ts';

/** Other rules come into force so long after they were published: whatever must be opened before them is by then. */
const comeMs = 30_000;
const takenMaxMs = 300_000;
const pauseMs = 2_000;

/**
 * Publishes the deployed pack, and another for half a minute later, before any function has looked: they all know of both
 * with their first request.
 */
export async function publishAhead(publish: Publish): Promise<void> {
  await publish('--pack', 'beijing-2023', '--reason', 'as deployed');
  const from = new Date(systemClock.now() + comeMs).toISOString();
  await publish('--pack', 'beijing-2019', '--from', from, '--reason', 'straight to the subdistricts');
}

/** Sees the other pack come into force for new tickets while `before` keeps its own, rolls back at once, and sees that taken over. */
export async function seeRulesChange(props: {
  poster: Poster;
  publish: Publish;
  before: { readonly id: string; readonly hash: string };
  say(line: string): void;
}): Promise<void> {
  const { poster, publish, before, say } = props;
  const taken = async (unlike: string) => {
    const until = systemClock.now() + takenMaxMs;
    while (systemClock.now() < until) {
      const ticket = await postTicket(poster, 'published');
      if (ticket.hash !== unlike) return ticket;
      await sleep(pauseMs);
    }
    throw new Error(`published rules were not taken over within ${takenMaxMs / 1_000} s`);
  };

  const after = await taken(before.hash);
  const { body } = await poster.ask('GET', `/tickets/${before.id}`, { token: poster.platformToken });
  const kept = (body.ticket as { policy: { rulesHash: string } }).policy.rulesHash;
  if (kept !== before.hash) throw new Error('a ticket changed its rules when others were published');
  say(`publish: new tickets by ${after.hash}, the older one keeps ${kept}`);
  await publish('--rollback', '1', '--reason', 'back');
  const back = await taken(after.hash);
  if (back.hash !== before.hash) throw new Error(`the rollback brought ${back.hash}, not ${before.hash}`);
  say(`publish: rolled back, new tickets by ${back.hash}`);
  await publish();
}
