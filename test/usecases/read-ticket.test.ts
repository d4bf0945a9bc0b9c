import { describe, expect, it } from 'vitest';
import { hourMs, minuteMs } from '../../functions/core/time.ts';
import { countTickets } from '../../functions/usecases/count-tickets.ts';
import { eraseRequest } from '../../functions/usecases/erase-request.ts';
import { listLedger, listNotes, listWorklist } from '../../functions/usecases/list-tickets.ts';
import { findBySource, readTicket } from '../../functions/usecases/read-ticket.ts';
import { wakeTicket } from '../../functions/usecases/wake-ticket.ts';
import { monday } from '../support/case.ts';
import { hotline, pipe, staffOf, Town } from './town.ts';

const lead = staffOf('110101017');

async function helped() {
  const town = new Town();
  const ticketId = await town.submit();
  await town.ask(ticketId, { type: 'addHelper', body: { unitCode: 'water' } }, lead);
  return { town, ticketId };
}

describe('a case file', () => {
  it('shows the contact to the lead and the hotline alone', async () => {
    const { town, ticketId } = await helped();
    const contactFor = async (caller: typeof lead) => {
      const read = await readTicket(town.deps, ticketId, caller);
      return read.ok ? read.value.request?.contact : read.error.code;
    };

    const contact = { name: '王某', phone: '13800000000' };
    expect(await contactFor(lead)).toEqual(contact);
    expect(await contactFor(hotline)).toEqual(contact);
    expect(await contactFor(staffOf('water'))).toBeUndefined();
    expect(await contactFor(staffOf('110101'))).toBeUndefined();
    expect(await contactFor(staffOf('110105'))).toBe('NOT_FOUND');
    expect(await contactFor({ subject: 'citizen', hotline: false })).toBe('NOT_FOUND');
  });

  it('is found by the key of the platform, and only there', async () => {
    const { town, ticketId } = await helped();
    const find = (sourceKey: string) =>
      findBySource(town.deps, { source: 'beijing-12345', sourceKey }, hotline);

    expect(await find('call-1')).toMatchObject({ ok: true, value: { ticket: { ticketId } } });
    expect(await find('call-2')).toEqual({ ok: false, error: { code: 'NOT_FOUND' } });
  });

  it('holds no word of the citizen once erased, while its history stays', async () => {
    const { town, ticketId } = await helped();
    const text = '请打 13800000000';
    await town.ask(ticketId, { type: 'supplement', body: { text } }, hotline);
    town.now += hourMs / 2;

    const erased = await eraseRequest(town.deps, ticketId);
    const file = await readTicket(town.deps, ticketId, hotline);

    expect(erased).toEqual({ ok: true, value: undefined });
    expect(file).toMatchObject({ ok: true, value: { erasedAt: '2026-11-16T09:30:00.000+08:00' } });
    expect(file.ok && file.value.request).toBeUndefined();
    expect(JSON.stringify(await town.store.loadRequest(ticketId))).not.toMatch(/王|138|水管/);
    expect((await town.store.notes(ticketId, { limit: 10 })).rows).toEqual([]);
    expect(file.ok && file.value.history.length).toBe(4);
    expect(await eraseRequest(town.deps, 'f'.repeat(32))).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });

  it('takes the same request again after its erasure without keeping its words', async () => {
    const { town, ticketId } = await helped();
    await eraseRequest(town.deps, ticketId);

    expect(await town.submit()).toBe(ticketId);
    expect((await town.store.loadRequest(ticketId))?.body).toBeUndefined();
  });
});

describe('what leaves the service', () => {
  it('carries nothing that the citizen said, in no message, list or history', async () => {
    const { town, ticketId } = await helped();
    const reason = { text: '请找王某，电话 13800000000' };
    await town.ask(ticketId, { type: 'supplement', body: reason }, hotline);
    await town.ask(ticketId, { type: 'sign', body: {} }, lead);
    await town.ask(ticketId, { type: 'answer', body: reason }, lead);
    town.now += 30 * 24 * hourMs;
    await wakeTicket(town.deps, ticketId);

    const page = { limit: 100 };
    const seen = JSON.stringify([
      town.effects.take(),
      town.wakes.take(),
      await town.store.worklist('110101017', page),
      await town.store.worklist('water', page),
      await town.store.ledger('110101017', '2026-11', page),
      await town.record(ticketId),
    ]);

    expect(seen).toContain(ticketId);
    expect(seen).not.toMatch(/王|13800000000|水管/);
  });
});

describe('lists', () => {
  it('show a unit its own and what is below it, never what is beside it or the hotline', async () => {
    const { town } = await helped();
    const page = { limit: 10 };
    const rowsFor = async (owner: string, caller: typeof lead) => {
      const listed = await listWorklist(town.deps, { owner, page }, caller);
      return listed.ok ? listed.value.rows.length : listed.error.code;
    };

    expect(await rowsFor('110101017', lead)).toBe(1);
    expect(await rowsFor('110101017', staffOf('110101'))).toBe(1);
    expect(await rowsFor('water', staffOf('water'))).toBe(1);
    expect(await rowsFor('110101017', staffOf('110105'))).toBe('FORBIDDEN');
    expect(await rowsFor('110101', lead)).toBe('FORBIDDEN');
    expect(await rowsFor('hotline', lead)).toBe('FORBIDDEN');
    expect(await rowsFor('nowhere', lead)).toBe('UNKNOWN_UNIT');
  });

  it('drop a helper from its worklist when it is done, and everybody when the ticket ends', async () => {
    const { town, ticketId } = await helped();
    const rows = async (owner: string) => (await town.store.worklist(owner, { limit: 10 })).rows.length;
    await town.ask(ticketId, { type: 'addHelper', body: { unitCode: 'police' } }, lead);

    await town.ask(ticketId, { type: 'helperDone', body: {} }, staffOf('water'));
    expect([await rows('water'), await rows('police'), await rows('110101017')]).toEqual([0, 1, 1]);

    await town.ask(ticketId, { type: 'withdraw', body: {} }, hotline);
    expect([await rows('water'), await rows('police'), await rows('110101017')]).toEqual([0, 0, 0]);
  });

  it('show notes in the order they were written, to those who may read the ticket', async () => {
    const { town, ticketId } = await helped();
    for (const text of ['一', '二']) {
      town.now += minuteMs;
      await town.ask(ticketId, { type: 'note', body: { text } }, lead);
    }
    const notes = await listNotes(town.deps, ticketId, { limit: 10 }, staffOf('water'));

    expect(notes.ok && notes.value.rows.map(({ text }) => text)).toEqual(['一', '二']);
    expect(await listNotes(town.deps, ticketId, { limit: 10 }, staffOf('110105'))).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
  });

  it('hold one scored case for the lead of an ended ticket', async () => {
    const { town, ticketId } = await helped();
    await town.ask(ticketId, { type: 'sign', body: {} }, lead);
    town.now = monday + 3 * hourMs;
    await town.ask(ticketId, { type: 'answer', body: { text: '好了' } }, lead);
    const grade = { reached: true, responded: true, resolved: true, grade: 'dissatisfied' };
    await town.ask(ticketId, { type: 'recordCallback', body: grade }, hotline);

    const scored = await listLedger(
      town.deps,
      { unit: '110101017', month: '2026-11', page: { limit: 10 } },
      lead,
    );

    expect(scored.ok && scored.value.rows).toMatchObject([
      { ticketId, onTime: false, responded: 'yes', resolved: 'yes', satisfied: 'no', outcome: 'resolved' },
    ]);
  });
});

describe('counts', () => {
  it('tell what is open, due today and overdue, for a district with all below it', async () => {
    const { town, ticketId } = await helped();
    await town.submit(pipe({ sourceKey: 'call-2', tier: 'complex' }));
    await town.submit(pipe({ sourceKey: 'call-3', place: { unitCode: '110105001' } }));
    town.now = monday + 2 * hourMs + 1;
    await wakeTicket(town.deps, ticketId);

    const district = await countTickets(town.deps, { unit: '110101' }, staffOf('110101'));
    const city = await countTickets(town.deps, {}, hotline);

    expect(district).toMatchObject({ value: { total: { open: 2, dueToday: 1, overdue: 1 } } });
    expect(city).toMatchObject({ value: { total: { open: 3, overdue: 1 } } });
    expect(await countTickets(town.deps, { unit: '110105' }, staffOf('110101'))).toMatchObject({
      error: { code: 'FORBIDDEN' },
    });
  });
});
