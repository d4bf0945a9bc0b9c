import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scheduler } from 'node:timers/promises';
import { systemClock } from '../../../functions/adapters/system.ts';
import { hourMs } from '../../../functions/core/time.ts';
import { checkDeliveries } from '../check-deliveries.ts';
import { checkLives } from '../check-lives.ts';
import { startHostProcess } from '../host-process.ts';
import { loadLiveCity } from '../load-live-city.ts';
import type { Finding } from '../report.ts';
import { ServiceClient } from '../service-client.ts';
import { openWebhookReceiver } from '../webhook-receiver.ts';
import { describeKill, judgeKill } from './judge-kill.ts';
import { type Kill, killAgain } from './killed-host.ts';
import { planPosts } from './plan-posts.ts';
import { PostRun } from './post-all.ts';
import { stopCleared } from './stop-cleared.ts';
import { readStoredData } from './stored-data.ts';

const pack = 'beijing-2023';
const inFlightMax = 48;
/** After a kill an effect waits for the next sweep at most, and then for its turn. */
const patienceMs = 180_000;
/** The limit for signing, in the city's own time: the last promise this run waits for on every ticket. */
const signLimitMs = 2 * hourMs;

export interface KillOptions {
  readonly rounds: number;
  readonly posts: number;
  readonly speed: number;
  readonly clients: number;
  readonly seed: number;
  /** Told of each kill as it has happened. */
  readonly onKill?: (kill: Kill) => void;
}

/** What a run of kills showed. */
export interface KillResult {
  readonly findings: readonly Finding[];
  readonly lines: readonly (readonly string[])[];
}

/** Kills a local host again and again in the middle of posts, then reads everything back. */
export async function runKill(options: KillOptions): Promise<KillResult> {
  const { rounds, posts: count, speed, clients, seed } = options;
  const city = loadLiveCity(pack, speed);
  const { posts, owners } = planPosts(city.rules, count, seed);
  const dataDir = mkdtempSync(join(tmpdir(), 'citywhistle-kill-'));
  const receiver = await openWebhookReceiver(systemClock);
  const hostOptions = { port: 0, dataDir, speed, pack };
  const first = await startHostProcess(hostOptions);
  const client = new ServiceClient(first.url, inFlightMax);
  try {
    await Promise.all([...owners].map((owner) => receiver.register(client, owner)));
    const run = new PostRun(client);
    const callbacks: Promise<void>[] = [];
    let isAsking = true;
    receiver.onFirst(({ type, data }) => {
      if (!isAsking || type !== 'cn.citywhistle.callback.due.v1') return;
      const said = { reached: true, responded: true, resolved: true, grade: 'satisfied' };
      callbacks.push(run.command(String(data.ticketId), { role: 'platform' }, 'recordCallback', said));
    });
    const killing = killAgain({
      host: first,
      options: hostOptions,
      rounds,
      total: count,
      progress: () => ({ acknowledged: run.acknowledged.length, inFlight: run.inFlight }),
      clock: systemClock,
      onKill: options.onKill ?? (() => undefined),
    });
    const [{ host, kills }] = await Promise.all([killing, run.postAll(posts, clients)]);
    await scheduler.wait(signLimitMs / speed);
    await Promise.all(callbacks);
    const heardBefore = new Set(receiver.heard.keys());
    const context = { client, city, clock: systemClock, commands: run.commands, patienceMs };
    const lives = await checkLives(context, run.acknowledged);
    const { effects } = lives;
    const told = await checkDeliveries({
      receiver,
      owners,
      effects,
      heardBefore,
      clock: systemClock,
      patienceMs,
    });
    isAsking = false;
    await Promise.all(callbacks);
    const stored = await stopCleared({
      host,
      restart: () => startHostProcess(hostOptions),
      read: () => readStoredData(dataDir),
      clock: systemClock,
      patienceMs,
    });
    const evidence = {
      posts: count,
      rounds,
      speed,
      kills,
      run,
      lives,
      told,
      stored,
      owners,
      refusedDeliveries: receiver.refused,
    };
    return { findings: judgeKill(evidence), lines: describeKill(evidence, client.retries) };
  } finally {
    client.stop();
    await receiver.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
