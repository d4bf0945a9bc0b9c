import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../../functions/adapters/system.ts';
import { hourMs } from '../../../functions/core/time.ts';
import { startHostProcess } from '../host-process.ts';
import { loadLiveCity } from '../load-live-city.ts';
import type { Finding } from '../report.ts';
import { ServiceClient } from '../service-client.ts';
import { openWebhookReceiver } from '../webhook-receiver.ts';
import { callBack } from './call-back.ts';
import { CityDay } from './city-day.ts';
import { judgeDay } from './judge-day.ts';
import { liveTicket } from './live-ticket.ts';
import { planDay } from './plan-day.ts';

const pack = 'beijing-2023';
const inFlightMax = 12;
/** Units beside the hotline, the city and its districts that have a receiver of their own. */
const receiversMax = 24;

export interface DayOptions {
  readonly speed: number;
  readonly requests: number;
  readonly seed: number;
  /** Hours of the city's time to follow the day's tickets, its own 24 included. */
  readonly hours: number;
}

/** What a day showed. */
export interface DayResult {
  readonly findings: readonly Finding[];
  readonly lines: readonly (readonly string[])[];
}

/** A Beijing day through HTTP on a local host of its own, then everything read back. */
export async function runDay(options: DayOptions): Promise<DayResult> {
  const { speed, requests, seed, hours } = options;
  const city = loadLiveCity(pack, speed);
  const plan = planDay(city.rules, requests, seed);
  const dataDir = mkdtempSync(join(tmpdir(), 'citywhistle-day-'));
  const receiver = await openWebhookReceiver(systemClock);
  try {
    const host = await startHostProcess({ port: 0, dataDir, speed, pack });
    const client = new ServiceClient(host.url, inFlightMax);
    const owners = receiverOwners(city.rules, plan.targets);
    for (const owner of owners) await receiver.register(client, owner);
    await client.warmUp();
    const lengthMs = hours * hourMs;
    const day = new CityDay({ client, clock: systemClock, speed, lengthMs });
    const callbacks: Promise<void>[] = [];
    receiver.onFirst((heard) => {
      if (heard.type === 'cn.citywhistle.callback.due.v1' && !day.isOver) {
        callbacks.push(callBack(day, city.rules, heard, seed));
      }
    });
    await Promise.all(plan.requests.map((request) => liveTicket(day, city.rules, request)));
    await day.until(lengthMs);
    await Promise.all(callbacks);
    const judged = await judgeDay({
      day,
      plan,
      city,
      client,
      receiver,
      owners,
      dataDir,
      clock: systemClock,
    });
    await host.stop();
    return judged;
  } finally {
    await receiver.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** The hotline, the city and its districts, and units evenly out of those to be reached. */
function receiverOwners(
  { units }: ReturnType<typeof loadLiveCity>['rules'],
  targets: readonly { readonly unit: string }[],
): ReadonlySet<string> {
  const over = units.codes.filter((_, n) => units.kinds[n] === 'city' || units.kinds[n] === 'district');
  const step = Math.max(1, Math.floor(targets.length / receiversMax));
  const sample = targets.filter((_, n) => n % step === 0).map(({ unit }) => unit);
  return new Set(['hotline', ...over, ...sample.slice(0, receiversMax)]);
}
