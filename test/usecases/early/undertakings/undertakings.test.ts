import { describe, expect, it } from 'vitest';
import type { UndertakingEffect } from '../../../../functions/core/undertaking/undertaking-record.ts';
import { commandUndertaking } from '../../../../functions/usecases/early/undertakings/command-undertaking.ts';
import { listUndertakings } from '../../../../functions/usecases/early/undertakings/read-undertakings.ts';
import { sendOwedUndertaking } from '../../../../functions/usecases/early/undertakings/settle-undertaking.ts';
import { sweepDue } from '../../../../functions/usecases/sweep-due.ts';
import { wake } from '../../../../functions/usecases/wake.ts';
import { hotline, staffOf } from '../../town.ts';
import { city, MatterTown, street } from '../matters/matter-town.ts';

const lead = staffOf(street);
const page = { limit: 10 };
const day = 86_400_000;

/** A town with a matter over one ticket, all its work done, and nothing more to be read in its queues. */
async function settled() {
  const town = new MatterTown();
  const [ticketId] = await town.submitMany(1);
  const id = await town.open({ ticketIds: [ticketId!] });
  await town.work(id);
  town.effects.take();
  town.wakes.take();
  return { town, id, ticketId: ticketId! };
}

const sentOf = (town: MatterTown) =>
  (town.sent() as unknown as UndertakingEffect[]).filter(({ undertakingId }) => undertakingId !== undefined);

describe('an undertaking', () => {
  it('tells those concerned once it is written, and owes nothing then', async () => {
    const { town, id } = await settled();

    await town.askMatter(id, { type: 'close' }, lead);

    const sent = sentOf(town);
    expect(sent.map(({ kind, to, event, status }) => [kind, to, event, status])).toEqual([
      ['status', 'hotline', 'closing', 'closing'],
    ]);
    expect((await town.store.loadUndertaking(id))!.owed).toEqual([]);
  });

  it('goes on owing what the queue did not take, and sends it again a minute later', async () => {
    const { town, id } = await settled();
    town.effectsDown = true;

    await town.askMatter(id, { type: 'close' }, lead);
    const owed = (await town.store.loadUndertaking(id))!;
    town.effectsDown = false;
    town.now += 60_000;
    await wake(town.deps, id);

    expect(owed.owed).toHaveLength(1);
    expect(owed.wakeAt).toBeLessThanOrEqual(town.now);
    expect(sentOf(town).map(({ event }) => event)).toContain('closing');
    expect((await town.store.loadUndertaking(id))!.owed).toEqual([]);
  });

  it('is done once for a key, answered again for the same, and refused for another body', async () => {
    const { town, id } = await settled();
    const ask = (text: string, caller = lead) =>
      commandUndertaking(town.deps, {
        kind: 'matter',
        id,
        command: { type: 'tellProgress', text } as { type: string },
        caller,
        commandId: 'one',
        text,
      });

    const stranger = staffOf('110102');
    const answers = [await ask('好'), await ask('好'), await ask('不好'), await ask('好', stranger)];

    expect(answers.map((one) => (one.ok ? one.value.isNew : one.error.code))).toEqual([
      true,
      false,
      'CONFLICT',
      'NOT_FOUND',
    ]);
    expect((await town.matter(id)).progress).toHaveLength(1);
  });

  it('decides anew on what it finds when it lost a race', async () => {
    const { town, id } = await settled();
    let isFirst = true;
    const deps = town.bent({
      saveUndertaking: async (record, expectedRev) => {
        if (isFirst) {
          isFirst = false;
          await town.askMatter(id, { type: 'close' }, lead);
        }
        return town.store.saveUndertaking(record, expectedRev);
      },
    });

    const late = await town.askMatter(id, { type: 'answer', text: '好' }, lead, undefined, deps);

    expect(late).toMatchObject({ ok: false, error: { code: 'NOT_ACCEPTED', status: 'closing' } });
  });

  it('keeps what was said beside it, also when a crash lost it the first time', async () => {
    const { town, id } = await settled();
    const request = {
      kind: 'matter',
      id,
      command: { type: 'close' },
      caller: lead,
      commandId: 'close-1',
      text: '都办完了。',
    } as const;
    const addNote = async () => Promise.reject(new Error('the process died'));

    await expect(commandUndertaking(town.bent({ addNote }), request)).rejects.toThrow('died');
    await commandUndertaking(town.deps, request);

    expect((await town.store.notes(id, page)).rows).toMatchObject([{ by: street, text: '都办完了。' }]);
  });

  it('stands in its lists, also those a crash left for later, and is found by those who may read it', async () => {
    const town = new MatterTown();
    const [ticketId] = await town.submitMany(1);
    const putListed = async () => Promise.reject(new Error('throttled'));
    const id = await town.open({ ticketIds: [ticketId!] }, city, town.bent({ putListed }));
    const list = { list: `matter/${street}`, page };

    const before = await listUndertakings(town.deps, list, lead);
    await town.work(id);
    const found = await Promise.all(
      [lead, city, hotline, staffOf('ent-water')].map((caller) => listUndertakings(town.deps, list, caller)),
    );

    expect(town.deferred).toContain(id);
    expect(before.rows).toEqual([]);
    expect(found.map(({ rows }) => rows.length)).toEqual([1, 1, 1, 0]);
  });

  it('leaves a list its state no longer names', async () => {
    const { town, id } = await settled();
    const list = `matter/${street}`;
    const record = (await town.store.loadUndertaking(id))!;
    const moved = { ...record, rev: record.rev + 1, lists: ['matter'], listsOwed: [list] };
    await town.store.saveUndertaking(moved, record.rev);

    const settledAgain = await sendOwedUndertaking(town.deps, moved);

    expect((await town.store.listUndertakings(list, page)).rows).toEqual([]);
    expect((await town.store.listUndertakings('matter', page)).rows).toHaveLength(1);
    expect(settledAgain.listsOwed).toEqual([]);
  });

  it('leaves the worklist and the wake index when it has ended', async () => {
    const { town, id, ticketId } = await settled();
    await town.ask(ticketId, { type: 'withdraw', body: {} }, hotline);
    const onList = async () =>
      (await town.store.worklist(street, page)).rows.filter((row) => row.ticketId === id).length;
    const before = await onList();

    await town.askMatter(id, { type: 'close' }, lead);
    await town.work(id);

    const ended = (await town.store.loadUndertaking(id))!;
    expect([before, await onList()]).toEqual([1, 0]);
    expect([ended.wakeAt, ended.owner, ended.actBy]).toEqual([undefined, undefined, undefined]);
  });

  it('is swept like a ticket: woken when the queue has lost it, sent ahead when it is near', async () => {
    const { town, id } = await settled();
    const { wakeAt } = (await town.store.loadUndertaking(id))!;

    town.now = wakeAt! - 30_000;
    await sweepDue(town.deps, town.now + 10_000);
    const near = town.wakes.take().map(({ body, delaySeconds }) => [body, delaySeconds]);
    town.now = wakeAt! + 5 * 60_000;
    await sweepDue(town.deps, town.now + 10_000);

    expect(near).toContainEqual([JSON.stringify({ ticketId: id }), 30]);
    const { history } = (await town.store.loadUndertaking(id))!;
    expect(history.at(-1)).toMatchObject({ event: 'planOverdue', at: wakeAt! - 1, by: 'clock' });
    expect(history.map(({ n }) => n)).toEqual(history.map((_, index) => index + 1));
  });

  it('keeps its promises before a command, so that a late message changes no outcome', async () => {
    const { town, id } = await settled();
    town.now += 3 * day;

    await town.askMatter(
      id,
      { type: 'layPlan', steps: [{ title: '约谈', owner: street, by: town.now + day }] },
      lead,
    );

    const { history } = (await town.store.loadUndertaking(id))!;
    expect(history.slice(-2).map(({ event }) => event)).toEqual(['planOverdue', 'planLaid']);
  });

  it('is not asked under the name of another kind', async () => {
    const { town, id } = await settled();
    const request = { kind: 'topic', id, command: { type: 'close' }, caller: lead, commandId: 'x' } as const;

    expect(await commandUndertaking(town.deps, request)).toEqual({ ok: false, error: { code: 'NOT_FOUND' } });
  });
});
