import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openIssuer } from '../../infra/local/issuer.ts';
import { makeClient } from '../../sim/walk/client.ts';
import { startWalkHost } from '../../sim/walk/host/start-walk-host.ts';
import { virtualClock } from '../../sim/walk/host/virtual-clock.ts';
import { beijing } from '../support/beijing.ts';

const keys = mkdtempSync(join(tmpdir(), 'citywhistle-walk-host-'));
afterAll(() => rmSync(keys, { recursive: true }));

const startAt = Date.parse('2019-05-06T09:00:00+08:00');
const hourMs = 3_600_000;

async function open(city = beijing('beijing-2019')) {
  const issuer = await openIssuer('http://walk.invalid', keys);
  const host = await startWalkHost({
    city,
    names: { city: 'beijing', pack: 'beijing-2019' },
    startAt,
    issuer,
  });
  const client = makeClient(host.url, issuer);
  return { host, client };
}

const request = {
  source: '12345',
  sourceKey: '1',
  kind: 'help',
  channel: 'phone',
  description: '燃气味很重。',
  itemCode: '0104-01',
  place: { unitCode: '110101006' },
};

describe('the host of a walk', () => {
  it('keeps each promise at its own instant, however long time passes at once', async () => {
    const { host, client } = await open();
    await client({ role: 'platform' }, { method: 'POST', path: '/tickets', body: request });

    await host.passUntil(startAt + 30 * 24 * hourMs);

    const climbed = host.sent.filter(({ event }) => event === 'rungClimbed').map(({ at }) => at - startAt);
    await host.stop();
    expect(new Set(climbed)).toEqual(new Set([1 * hourMs, 1.6 * hourMs, 2 * hourMs, 26 * hourMs]));
    expect(host.now()).toBe(startAt + 30 * 24 * hourMs);
  });

  it('lets nobody in without a token of the right scope', async () => {
    const { host, client } = await open();

    const answer = await client(
      { role: 'unit', unit: '110101006' },
      { method: 'POST', path: '/tickets', body: request },
    );

    await host.stop();
    expect(answer.status).toBe(403);
  });

  it('collects what failed behind an answer', async () => {
    const broken = { ...beijing('beijing-2019'), places: undefined as never };
    const { host, client } = await open(broken);

    const answer = await client({ role: 'platform' }, { method: 'POST', path: '/tickets', body: request });

    await host.stop();
    expect(answer.status).toBe(500);
    expect(host.faults).toHaveLength(1);
  });

  it('has a clock that never goes back', () => {
    const clock = virtualClock(startAt);

    expect(() => clock.moveTo(startAt - 1)).toThrow(RangeError);
  });
});
