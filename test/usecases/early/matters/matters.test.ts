import { describe, expect, it } from 'vitest';
import { wake } from '../../../../functions/usecases/wake.ts';
import { hotline, staffOf } from '../../town.ts';
import { city, MatterTown, street } from './matter-town.ts';

const lead = staffOf(street);
const water = staffOf('ent-water');
const text = '会员卡由另一门店承接，余额照用。';

describe('a matter', () => {
  it('brings its tickets to one lead, each with the rule and the name of who said so', async () => {
    const town = new MatterTown();
    const ids = await town.submitMany(3);
    const id = await town.open({ ticketIds: ids });

    await town.work(id);

    const { state, history, matterId } = await town.record(ids[0]!);
    expect(state.lead).toBe(street);
    expect(state.status).toBe('signed');
    expect(matterId).toBe(id);
    expect(history.filter(({ rule }) => rule === 'early.matter')).toMatchObject([
      { event: 'joinedMatter', by: '110000', unit: street },
      { event: 'dispatched', by: '110000', unit: street },
    ]);
    expect(await town.matter(id)).toMatchObject({ members: 3, batches: [{ n: 1, joined: 3, refused: 0 }] });
  });

  it('answers every member once, in pieces, and each citizen is called back on his own', async () => {
    const town = new MatterTown();
    const ids = await town.submitMany(120);
    const id = await town.open({ ticketIds: ids });
    await town.work(id);

    await town.askMatter(id, { type: 'answer', text }, lead);
    const pieces = await town.work(id);

    expect(pieces).toBe(3);
    expect(new Set(await town.eventsOf(ids, 'answered'))).toEqual(new Set([1]));
    expect((await town.matter(id)).answers).toMatchObject([{ n: 1, done: 120, skipped: 0, refused: 0 }]);
    const records = await Promise.all(ids.map((one) => town.record(one)));
    expect(records.every(({ state }) => state.status === 'answered' && state.callbackAt !== undefined)).toBe(
      true,
    );
    const notes = await town.store.notes(ids[7]!, { limit: 10 });
    expect(notes.rows).toMatchObject([{ kind: 'answer', text, by: street }]);
  });

  it('tells each citizen how it stands, which is a first word where none came before', async () => {
    const town = new MatterTown();
    const ids = await town.submitMany(3);
    const id = await town.open({ ticketIds: ids });
    await town.work(id);
    town.effects.take();

    await town.askMatter(id, { type: 'tellProgress', text }, lead);
    await town.work(id);

    const told = town.sent().filter(({ event, kind }) => event === 'progressTold' && kind === 'status');
    expect(told.map(({ ticketId }) => ticketId).toSorted()).toEqual(ids.toSorted());
    const records = await Promise.all(ids.map((one) => town.record(one)));
    expect(records.every(({ state }) => state.contactedAt === town.now)).toBe(true);
  });

  it('takes the open tickets of an item in a place that were opened in its window', async () => {
    const town = new MatterTown();
    const before = await town.submitMany(1, 'before');
    town.now += 3_600_000;
    const from = town.now;
    const ids = await town.submitMany(70);
    await town.ask(ids[3]!, { type: 'withdraw', body: {} }, hotline);
    const to = town.now;
    town.now += 60_000;
    const after = await town.submitMany(1, 'after');

    const id = await town.open({ selection: { item: '0101-01', places: [street], from, to } });
    await town.work(id);

    expect(await town.matter(id)).toMatchObject({ members: 69, refused: 0 });
    expect((await town.record(before[0]!)).matterId).toBeUndefined();
    expect((await town.record(after[0]!)).matterId).toBeUndefined();
  });

  it('takes a later batch, and answers the batches that are named', async () => {
    const town = new MatterTown();
    const first = await town.submitMany(2, 'first');
    const id = await town.open({ ticketIds: first });
    await town.work(id);
    const second = await town.submitMany(3, 'second');

    await town.askMatter(id, { type: 'addMembers', ticketIds: second }, city);
    await town.work(id);
    await town.askMatter(id, { type: 'answer', text, batches: [2] }, lead);
    await town.work(id);

    expect(await town.eventsOf(first, 'answered')).toEqual([0, 0]);
    expect(await town.eventsOf(second, 'answered')).toEqual([1, 1, 1]);
    expect((await town.matter(id)).batches).toMatchObject([{ joined: 2 }, { joined: 3 }]);
  });

  it('lists a ticket that ended meanwhile, that is unknown, or that another matter has, as refused', async () => {
    const town = new MatterTown();
    const [ended, other, good] = await town.submitMany(3);
    await town.work(await town.open({ ticketIds: [other!] }));
    await town.ask(ended!, { type: 'withdraw', body: {} }, hotline);
    const unknown = '0'.repeat(32);

    const id = await town.open({ ticketIds: [ended!, other!, good!, unknown] });
    await town.work(id);

    const { rows } = await town.store.members(id, { limit: 10 });
    const codes = new Map(rows.map(({ ticketId, code }) => [ticketId, code]));
    expect(rows.every(({ status, code }) => (status === 'joined') === (code === undefined))).toBe(true);
    expect(codes).toEqual(
      new Map([
        [unknown, 'NOT_FOUND'],
        [ended, 'NOT_ACCEPTED'],
        [other, 'OUT_OF_TURN'],
        [good, undefined],
      ]),
    );
    expect(await town.matter(id)).toMatchObject({ members: 1, refused: 3 });
  });

  it('counts a ticket once that is added twice', async () => {
    const town = new MatterTown();
    const ids = await town.submitMany(2);
    const id = await town.open({ ticketIds: ids });
    await town.work(id);

    await town.askMatter(id, { type: 'addMembers', ticketIds: [...ids, ...ids] }, city);
    await town.work(id);

    expect(await town.matter(id)).toMatchObject({ members: 2, batches: [{ joined: 2 }, { joined: 0 }] });
    expect(await town.eventsOf(ids, 'joinedMatter')).toEqual([1, 1]);
  });

  it('takes a ticket that two matters want into one of them', async () => {
    const town = new MatterTown();
    const ids = await town.submitMany(4);
    const one = await town.open({ ticketIds: ids });
    const two = await town.open({ ticketIds: ids, lead: 'ent-water' });

    await Promise.all([town.work(one), town.work(two)]);

    const owners = (await Promise.all(ids.map((id) => town.record(id)))).map(({ matterId }) => matterId);
    expect(owners.every((owner) => owner === one || owner === two)).toBe(true);
    const [a, b] = [await town.matter(one), await town.matter(two)];
    expect(a.members + b.members).toBe(4);
    expect(a.refused + b.refused).toBe(4);
  });

  it('closes only when every member has ended, and answers one that was reopened again', async () => {
    const town = new MatterTown();
    const ids = await town.submitMany(3);
    const id = await town.open({ ticketIds: ids });
    await town.work(id);
    await town.askMatter(id, { type: 'answer', text }, lead);
    await town.work(id);
    town.now += 86_400_000;
    for (const one of ids) await wake(town.deps, one);
    await town.callBack(ids[0]!);
    await town.callBack(ids[1]!, false);
    await town.callBack(ids[2]!);

    await town.askMatter(id, { type: 'close' }, lead);
    await town.work(id);
    const early = await town.matter(id);
    const reopened = (await town.record(ids[1]!)).state.status;
    if (reopened === 'dispatched') await town.ask(ids[1]!, { type: 'sign', body: {} }, lead);
    await town.askMatter(id, { type: 'answer', text }, lead);
    await town.work(id);
    town.now += 86_400_000;
    await wake(town.deps, ids[1]!);
    await town.callBack(ids[1]!);
    await town.askMatter(id, { type: 'close' }, lead);
    await town.work(id);

    expect(early).toMatchObject({ status: 'atWork', openFound: 1 });
    expect(await town.eventsOf(ids, 'answered')).toEqual([1, 2, 1]);
    expect(await town.matter(id)).toMatchObject({ status: 'closed', members: 3 });
    expect((await town.store.loadUndertaking(id))!.wakeAt).toBeUndefined();
  });

  it('lets a member go on by itself, with its own lead where one is named', async () => {
    const town = new MatterTown();
    const ids = await town.submitMany(2);
    const id = await town.open({ ticketIds: ids });
    await town.work(id);

    await town.askMatter(id, { type: 'removeMembers', ticketIds: [ids[0]!], lead: 'ent-water' }, city);
    await town.work(id);
    await town.askMatter(id, { type: 'answer', text }, lead);
    await town.work(id);

    const left = await town.record(ids[0]!);
    expect(left.matterId).toBeUndefined();
    expect(left.state).toMatchObject({ lead: 'ent-water', status: 'dispatched' });
    expect(await town.eventsOf(ids, 'answered')).toEqual([0, 1]);
    expect(await town.matter(id)).toMatchObject({ members: 1 });
  });

  it('tells lead and opener of a plan that is late and of citizens who hear nothing, each at its own time', async () => {
    const town = new MatterTown();
    const id = await town.open({ ticketIds: await town.submitMany(1) });
    await town.work(id);
    const opened = town.now;
    town.effects.take();

    town.now += 15 * 86_400_000;
    await wake(town.deps, id);

    const { history } = (await town.store.loadUndertaking(id))!;
    expect(history.filter(({ by }) => by === 'clock').slice(1)).toMatchObject([
      { event: 'planOverdue', at: opened + 2 * 86_400_000 },
      { event: 'progressOverdue', at: opened + 7 * 86_400_000 },
      { event: 'progressOverdue', at: opened + 14 * 86_400_000 },
    ]);
    const told = town.sent().filter(({ event }) => String(event) === 'planOverdue');
    expect(told.map(({ to }) => to).toSorted()).toEqual(['110000', street].toSorted());
  });

  it('takes words from its lead and members from whoever is over it, and from nobody else', async () => {
    const town = new MatterTown();
    const [one] = await town.submitMany(1);
    const id = await town.open({ ticketIds: [one!] });

    const asked = [
      await town.askMatter(id, { type: 'answer', text }, water),
      await town.askMatter(id, { type: 'addMembers', ticketIds: [one!] }, lead),
      await town.askMatter(id, { type: 'layPlan', steps: [] }, city),
      await town.askMatter(id, { type: 'close' }, water),
    ];

    const codes = asked.map((answer) => !answer.ok && answer.error.code);
    expect(codes).toEqual(['NOT_FOUND', 'FORBIDDEN', 'FORBIDDEN', 'NOT_FOUND']);
  });
});
