import { describe, expect, it } from 'vitest';
import { staffOf } from '../../town.ts';
import { MatterTown, street } from '../matters/matter-town.ts';

const lead = staffOf(street);
/** What an item of DynamoDB may have, in bytes. */
const itemBytesMax = 400 * 1_024;

describe('the item of an undertaking', () => {
  it('takes no command that would leave no room for its promises, and takes them again when work is done', async () => {
    const town = new MatterTown();
    const ids = await town.submitMany(1);
    const id = await town.open({ ticketIds: ids });
    const answer = { type: 'answer', text: '复'.repeat(4_000) } as const;
    const title = '处'.repeat(200);
    const steps = Array.from({ length: 40 }, () => ({ title, owner: street, by: town.now + 86_400_000 }));
    for (let n = 0; n < 500; n += 1) await town.askMatter(id, { type: 'layPlan', steps }, lead);
    const tooMany = Array.from({ length: 500 }, (_, n) => n);
    for (let batch = 0; batch < 4; batch += 1) {
      const ticketIds = tooMany.map((n) => `${batch}${n}`.padStart(32, '0'));
      await town.askMatter(id, { type: 'removeMembers', ticketIds }, staffOf('110000'));
    }

    const codes: string[] = [];
    for (let n = 0; n < 15; n += 1) {
      const asked = await town.askMatter(id, answer, lead);
      codes.push(asked.ok ? 'ok' : asked.error.code);
    }
    const bytes = Buffer.byteLength(JSON.stringify(await town.store.loadUndertaking(id)));

    expect(new Set(codes)).toEqual(new Set(['ok', 'CAPACITY']));
    expect(bytes).toBeLessThan(itemBytesMax - 40 * 1_024);
  });
});
