import { describe, expect, it } from 'vitest';
import { Life } from '../../../../infra/cost/measure/life.ts';
import { lives } from '../../../../infra/cost/measure/lives.ts';
import { openMeasuredCity } from '../../../../infra/cost/measure/measured-city.ts';
import { startDynalite } from '../../../support/embedded-dynamodb.ts';

describe('a measured life', () => {
  it('spends what its writes, reads, messages and sweeps come to, beyond what an idle sweep spends', async () => {
    const server = await startDynalite();
    const city = await openMeasuredCity(server.endpoint, true);
    await lives.consult(new Life(city), 'first');
    const empty = new Life(city);
    await empty.sweep();
    const consult = new Life(city, empty.total);
    await lives.consult(consult, 'consult');
    const plain = new Life(city, empty.total);
    await lives.plain(plain, 'plain');
    city.close();
    await server.stop();

    // Sixteen shards, each half a unit.
    expect(empty.total).toMatchObject({ readUnits: 8, writeUnits: 0, functions: { sweep: { count: 1 } } });
    // Answered on the spot: one index entry that stays, and one that goes once all is sent.
    expect(consult.total).toMatchObject({
      httpRequests: 1,
      timersFired: 0,
      indexWriteUnits: { place: 1, wake: 2 },
      functions: { intake: { count: 1 } },
    });
    expect(plain.total).toMatchObject({
      httpRequests: 8,
      functions: { intake: { count: 1 }, command: { count: 4 }, read: { count: 3 }, sweep: { count: 0 } },
    });
    // The callback was asked for by the deadline's timer; an entry of the wake index that moves costs two.
    expect(plain.total.timersFired).toBeGreaterThanOrEqual(1);
    expect(plain.total.indexWriteUnits.wake! % 2).toBe(0);
    expect(plain.total.writeUnits).toBeGreaterThan(consult.total.writeUnits);
    expect(plain.total.logBytes).toBeGreaterThan(8 * 200);
  }, 120_000);
});
