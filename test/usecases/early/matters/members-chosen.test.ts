import { describe, expect, it } from 'vitest';
import { hotline, staffOf } from '../../town.ts';
import { city, MatterTown, street } from './matter-town.ts';

const lead = staffOf(street);
const text = '会员卡由另一门店承接，余额照用。';

describe('the tickets chosen for a matter', () => {
  it('are those named and those selected where a batch has both, each counted once', async () => {
    const town = new MatterTown();
    const ids = await town.submitMany(3);
    const selection = { item: '0101-01', places: [street], from: town.now, to: town.now };

    const id = await town.open({ ticketIds: [ids[0]!], selection });
    await town.work(id);

    expect(await town.matter(id)).toMatchObject({ members: 3, batches: [{ n: 1, joined: 3, refused: 0 }] });
    expect(await town.eventsOf(ids, 'joinedMatter')).toEqual([1, 1, 1]);
  });

  it('are those of every subdistrict where a district is named', async () => {
    const town = new MatterTown();
    const ids = await town.submitMany(2);
    const selection = { item: '0101-01', places: ['110101'], from: town.now, to: town.now };

    const id = await town.open({ selection });
    await town.work(id);

    expect(await town.matter(id)).toMatchObject({ members: ids.length });
  });

  it('are refused where the window ends before it begins, or the item is none', async () => {
    const town = new MatterTown();
    const whole = { item: '0101-01', places: [street], from: town.now, to: town.now };
    const asked = (changes: object) => town.open({ selection: { ...whole, ...changes } });

    await expect(asked({ to: town.now - 1 })).rejects.toThrow('selection.openedTo');
    await expect(asked({ item: 'no-such' })).rejects.toThrow('selection.itemCode');
    await expect(asked({ places: ['nowhere'] })).rejects.toThrow('UNKNOWN_UNIT');
  });
});

describe('a member that cannot be answered now', () => {
  it('is counted as refused and listed with the reason while it is suspended', async () => {
    const town = new MatterTown();
    const ids = await town.submitMany(2);
    const id = await town.open({ ticketIds: ids });
    await town.work(id);
    const reviewAt = new Date(town.now + 7 * 86_400_000).toISOString();
    const suspended = await town.ask(
      ids[0]!,
      { type: 'suspend', body: { reviewAt, text: '待管线改造' } },
      city,
    );
    expect(suspended).toMatchObject({ ok: true });

    await town.askMatter(id, { type: 'answer', text }, lead);
    await town.work(id);

    const { answers, progressBy } = await town.matter(id);
    expect(answers).toMatchObject([{ done: 1, skipped: 0, refused: 1 }]);
    expect(progressBy).toBeGreaterThan(town.now);
    expect(await town.store.loadMember(id, ids[0]!)).toMatchObject({
      status: 'joined',
      code: 'NOT_ACCEPTED',
    });
  });

  it('is no longer answered for when it was answered or has ended', async () => {
    const town = new MatterTown();
    const ids = await town.submitMany(3);
    const id = await town.open({ ticketIds: ids });
    await town.work(id);
    await town.ask(ids[0]!, { type: 'withdraw', body: {} }, hotline);
    await town.ask(ids[1]!, { type: 'answer', body: { text } }, lead);

    await town.askMatter(id, { type: 'answer', text }, lead);
    await town.work(id);

    const { answers, progressBy } = await town.matter(id);
    expect(answers).toMatchObject([{ done: 1, skipped: 2, refused: 0 }]);
    expect(progressBy).toBeUndefined();
  });
});
