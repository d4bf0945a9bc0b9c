import { randomId, systemClock } from '../../functions/adapters/system.ts';
import { demoCities } from '../local/demo-cities.ts';
import type { Elsewhere } from '../local/elsewhere.ts';
import { startHost } from '../local/start-host.ts';
import { apiClient } from '../smoke/api-client.ts';
import { runSmoke } from '../smoke/smoke.ts';
import { postTicket } from './post-ticket.ts';
import { seeTimersFire } from './see-timers-fire.ts';

/** A day passes in 24 seconds. */
const speed = 3_600;
const leftAlone = 3;

/** Runs the city on servers that are not ours, uses it, and sees its timers fire. Throws at the first thing that is wrong. */
export async function endpointsTest(elsewhere: Elsewhere, say: (line: string) => void): Promise<void> {
  const host = await startHost({ port: 0, elsewhere, environment: { TIME_SPEED: String(speed) } });
  try {
    const ask = apiClient(host.url);
    const { request } = demoCities.beijing!;
    const platformToken = await host.mint('platform');
    await runSmoke({
      ask,
      platformToken,
      tokenOfUnit: (unit) => host.mint('department', unit),
      request,
      sourceKey: `smoke-${randomId()}`,
      now: systemClock.now,
      say: (line) => say(`smoke: ${line}`),
    });
    const poster = { ask, platformToken, request };
    const ids: string[] = [];
    for (let n = 0; n < leftAlone; n += 1) ids.push((await postTicket(poster, 'left-alone')).id);
    say(`timers: ${leftAlone} requests posted and left alone`);
    await seeTimersFire({ ask, platformToken, ids, say });
  } finally {
    await host.stop();
  }
}
