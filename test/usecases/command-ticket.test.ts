import { describe, expect, it } from 'vitest';
import { hourMs, minuteMs } from '../../functions/core/time.ts';
import { commandTicket, writeAttemptsMax } from '../../functions/usecases/command-ticket.ts';
import { eraseRequest } from '../../functions/usecases/erase-request.ts';
import { type WireCommand, wireCommands } from '../../functions/usecases/wire-command.ts';
import { hotline, pipe, staffOf, Town } from './town.ts';

const lead = staffOf('110101017');
const sign: WireCommand = { type: 'sign', body: {} };
const answer: WireCommand = { type: 'answer', body: { text: '已抢修完毕。' } };

describe('two commands that race', () => {
  it('let one win; the other sees the new state and hears what is accepted there', async () => {
    const town = new Town();
    const ticketId = await town.submit();

    const both = await Promise.all([town.ask(ticketId, sign, lead), town.ask(ticketId, sign, lead)]);

    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({
      error: { code: 'NOT_ACCEPTED', status: 'signed', accepted: expect.arrayContaining(['answer']) },
    });
    expect((await town.record(ticketId)).history.filter(({ event }) => event === 'signed')).toHaveLength(1);
  });

  it('end in BUSY when every write is lost, with nothing done', async () => {
    const town = new Town();
    const ticketId = await town.submit();
    const before = await town.record(ticketId);
    let writes = 0;
    const deps = town.bent({
      save: async () => {
        writes += 1;
        return 'stale';
      },
    });

    const busy = await town.ask(ticketId, sign, lead, deps);

    expect(busy).toEqual({ ok: false, error: { code: 'BUSY' } });
    expect(writes).toBe(writeAttemptsMax);
    expect(await town.record(ticketId)).toEqual(before);
  });
});

describe('a command whose answer was lost', () => {
  const request = (ticketId: string, command: WireCommand) => ({
    ticketId,
    command,
    commandId: 'key-1',
    caller: lead,
  });

  it('is found by its retry, done once, and its text is kept', async () => {
    const town = new Town();
    const ticketId = await town.submit();
    await town.ask(ticketId, sign, lead);
    const lost = town.bent({
      save: async (record, expectedRev) => {
        await town.store.save(record, expectedRev);
        throw new Error('the answer was lost');
      },
    });
    await expect(commandTicket(lost, request(ticketId, answer))).rejects.toThrow('lost');

    const retried = await commandTicket(town.deps, request(ticketId, answer));

    expect(retried).toMatchObject({ ok: true, value: { repeated: true, view: { status: 'answered' } } });
    const { history } = await town.record(ticketId);
    expect(history.filter(({ event }) => event === 'answered')).toHaveLength(1);
    expect((await town.store.notes(ticketId, { limit: 10 })).rows).toMatchObject([{ text: '已抢修完毕。' }]);
  });

  it('is found too when the client of the store itself wrote twice and was told that it lost', async () => {
    const town = new Town();
    const ticketId = await town.submit();
    const deps = town.bent({
      save: async (record, expectedRev) => {
        await town.store.save(record, expectedRev);
        return 'stale';
      },
    });

    const signed = await commandTicket(deps, request(ticketId, sign));

    expect(signed).toMatchObject({ ok: true, value: { repeated: true, view: { status: 'signed' } } });
    expect((await town.record(ticketId)).history.filter(({ event }) => event === 'signed')).toHaveLength(1);
  });

  it('changes nothing however often it is repeated, later states included', async () => {
    const town = new Town();
    const ticketId = await town.submit();
    await commandTicket(town.deps, request(ticketId, sign));
    town.now += hourMs;
    await town.ask(ticketId, answer, lead);
    const before = await town.record(ticketId);
    town.sent();

    for (let i = 0; i < 3; i += 1) {
      const again = await commandTicket(town.deps, request(ticketId, sign));
      expect(again).toMatchObject({ ok: true, value: { repeated: true, view: { status: 'answered' } } });
    }

    expect(await town.record(ticketId)).toEqual(before);
    expect(town.sent()).toEqual([]);
  });
});

describe('who may ask', () => {
  it('is decided by the relation to the ticket: a stranger is refused, and a parent calls nobody back for its own unit', async () => {
    const town = new Town();
    const ticketId = await town.submit();
    await town.ask(ticketId, sign, lead);
    await town.ask(ticketId, answer, lead);
    const callback: WireCommand = { type: 'recordCallback', body: { reached: true, resolved: true } };

    const callers = [staffOf('110101'), lead, staffOf('110105'), staffOf('no-such-unit')];
    const refused = await Promise.all(callers.map((caller) => town.ask(ticketId, callback, caller)));
    const recorded = await town.ask(ticketId, callback, hotline);

    const codes = refused.map((one) => !one.ok && one.error.code);
    expect(codes).toEqual(['FORBIDDEN', 'FORBIDDEN', 'NOT_FOUND', 'NOT_FOUND']);
    expect(recorded).toMatchObject({ ok: true, value: { view: { status: 'closed' } } });
  });

  it('names unknown codes of a body', async () => {
    const town = new Town();
    const ticketId = await town.submit();

    const unit = await town.ask(ticketId, { type: 'addHelper', body: { unitCode: '999999' } }, lead);
    const item = await town.ask(ticketId, { type: 'reclassify', body: { itemCode: 'no' } }, hotline);

    expect(unit).toEqual({ ok: false, error: { code: 'UNKNOWN_UNIT', unitCode: '999999' } });
    expect(item).toEqual({ ok: false, error: { code: 'UNKNOWN_ITEM', itemCode: 'no' } });
  });
});

describe('a merger', () => {
  const merge = (elderId: string): WireCommand => ({ type: 'merge', body: { elderId } });

  it('is only into an elder ticket at work that the asker may read', async () => {
    const town = new Town();
    const elder = await town.submit();
    const elsewhere = await town.submit(pipe({ sourceKey: 'call-3', place: { unitCode: '110105001' } }));
    town.now += minuteMs;
    const younger = await town.submit(pipe({ sourceKey: 'call-2' }));

    const refusals = [
      await town.ask(elder, merge(younger), lead),
      await town.ask(younger, merge(younger), lead),
      await town.ask(younger, merge('f'.repeat(32)), lead),
      await town.ask(younger, merge(elsewhere), lead),
    ];
    const merged = await town.ask(younger, merge(elder), lead);
    const chained = await town.ask(elder, merge(elder), lead);

    for (const one of [...refusals, chained]) {
      expect(one).toMatchObject({ ok: false, error: { code: 'INVALID', field: 'elderId' } });
    }
    expect(refusals[3]).toEqual(refusals[2]);
    expect(merged).toMatchObject({ ok: true, value: { view: { status: 'merged', elderId: elder } } });
  });
});

describe('a retry after the personal data was erased', () => {
  it('brings nothing back', async () => {
    const town = new Town();
    const ticketId = await town.submit();
    const supplement = {
      ticketId,
      command: { type: 'supplement', body: { text: '请打 13800000000。' } },
      commandId: 'key-1',
      caller: hotline,
    } as const;
    await commandTicket(town.deps, supplement);
    town.now += minuteMs;
    await eraseRequest(town.deps, ticketId);

    const retried = await commandTicket(town.deps, supplement);

    expect(retried).toMatchObject({ ok: true, value: { repeated: true } });
    expect((await town.store.notes(ticketId, { limit: 10 })).rows).toEqual([]);
  });
});

describe('a command in the client’s words', () => {
  const untold = { itemCode: undefined, description: 'qwerty' };

  it('takes no unit as a place that lies in no district', async () => {
    const town = new Town();
    const ticketId = await town.submit(pipe(untold));
    const triage = (placeCode: string): WireCommand => ({
      type: 'triage',
      body: { itemCode: '0101-01', placeCode },
    });

    const department = await town.ask(ticketId, triage('police'), hotline);
    const bureau = await town.ask(ticketId, triage('110101-urban'), hotline);

    expect(department).toEqual({ ok: false, error: { code: 'UNKNOWN_UNIT', unitCode: 'police' } });
    expect(bureau).toMatchObject({ ok: true, value: { view: { placeCode: '110101' } } });
  });

  it('is refused with the names of fields as they are sent', async () => {
    const town = new Town();
    const ticketId = await town.submit();
    await town.ask(ticketId, sign, lead);

    const nothing = await town.ask(
      ticketId,
      { type: 'askExtension', body: { by: 'PT0S', text: '等' } },
      lead,
    );

    expect(nothing).toMatchObject({ ok: false, error: { code: 'INVALID', field: 'by' } });
  });

  it('is never pointed to a command that only the service gives itself', async () => {
    const town = new Town();
    const elderId = await town.submit();
    town.now += minuteMs;
    const ticketId = await town.submit(pipe({ sourceKey: 'call-2' }));
    await town.ask(ticketId, { type: 'merge', body: { elderId } }, hotline);

    const refused = await town.ask(ticketId, sign, lead);

    expect(refused).toMatchObject({ ok: false, error: { code: 'NOT_ACCEPTED', status: 'merged' } });
    expect(refused).toHaveProperty('error.accepted', expect.not.arrayContaining(['elderSeen']));
    expect(refused).toHaveProperty('error.accepted', expect.arrayContaining(['withdraw']));
  });

  it.each([
    [wireCommands.answer, { text: ' \u3000\n' }],
    [wireCommands.recordCallback, { reached: false, resolved: true }],
    [wireCommands.recordCallback, { reached: false, grade: 'satisfied' }],
  ])('says something and nothing that contradicts itself', (schema, body) => {
    expect(schema.safeParse(body).success).toBe(false);
  });
});
