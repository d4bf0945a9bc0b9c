import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { systemClock } from '../../../functions/adapters/system.ts';
import { secondMs } from '../../../functions/core/time.ts';
import { startHostProcess } from '../../../sim/live/host-process.ts';
import { ServiceClient } from '../../../sim/live/service-client.ts';
import { driveLines } from '../../../sim/load/drive/drive-lines.ts';
import { platformToken } from '../../../sim/load/drive/drive-target.ts';
import { runDrive } from '../../../sim/load/drive/run-drive.ts';
import { drive } from '../../../sim/load/drive-command.ts';
import { first } from '../../../sim/load/first.ts';
import { loadCity } from '../../../sim/load/load-city.ts';
import { syntheticRequests } from '../../../sim/load/synthetic-requests.ts';
import { recordingHost } from './recording-host.ts';

it('drives a local host, hears its timers, leaves no receiver behind and says nothing of anybody', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'citywhistle-drive-'));
  const live = await startHostProcess({ port: 0, dataDir, speed: 7_200, pack: 'beijing-2023' });
  try {
    const target = { url: live.url, isLoopback: true };
    const token = await platformToken(target, undefined);
    const city = loadCity({ scenario: 'beijing-day', seed: 1, days: undefined });
    if (!(token.ok && city.ok)) throw new Error('no token or city');
    const bodies = [...first(syntheticRequests(city.value), 20)].map(({ body }) => body);

    const driven = await runDrive({
      target,
      token: token.value,
      bodies: [...bodies, bodies[0]!, { ...bodies[0]!, sourceKey: 'other', itemCode: 'nothing' }],
      count: 22,
      ratePerSecond: 5,
      inFlightMax: 50,
      listenMs: 6 * secondMs,
      owners: ['hotline', '110000', '110101'],
      clock: systemClock,
      aborted: new AbortController().signal,
    });

    const text = driveLines(driven.figures, driven.timers);
    const receivers = await new ServiceClient(live.url, 1).get({ role: 'operator' }, '/webhooks');
    const said = bodies.flatMap(({ contact, sourceKey, place }) => [
      contact.name,
      contact.phone,
      sourceKey,
      place.address,
    ]);
    expect(driven.figures).toMatchObject({ sent: 22, unsent: 0, opened: 20, known: 1, unanswered: [] });
    expect(driven.figures.refused).toEqual([['422 UNKNOWN_ITEM', 1]]);
    expect(driven.figures.fromDueMs.max).toBeGreaterThanOrEqual(driven.figures.fromSendingMs.max);
    expect(driven.timers!.count).toBeGreaterThan(0);
    expect(driven.timers!.latenessMs.p50).toBeGreaterThanOrEqual(0);
    expect(receivers).toEqual({ rows: [] });
    expect(said.filter((word) => text.includes(word))).toEqual([]);
    await live.stop();
  } finally {
    await live.kill();
    rmSync(dataDir, { recursive: true, force: true });
  }
}, 240_000);

it.each([
  [[], '--url: expected the address of an API'],
  [['--url', 'https://api.example.com'], '--yes-really'],
  [['--url', 'http://127.0.0.1:1', '--rate', '501'], '--rate "501": expected a whole number from 1 to 500'],
  [['--url', 'http://127.0.0.1:1', '--scenario', 'atlantis'], 'unknown scenario "atlantis"'],
  [['--url', 'http://127.0.0.1:1'], 'http://127.0.0.1:1 does not answer'],
])('refuses %j before anything is sent, and says why', async (args, words) => {
  const host = recordingHost();

  expect(await drive(args, host)).toBe(2);
  expect(host.lines[0]).toContain(words);
});
