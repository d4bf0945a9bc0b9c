import { describe, expect, it } from 'vitest';
import type { LedgerEntry } from '../../functions/core/score/ledger-entry.ts';
import { ledgerEntry } from '../../functions/core/score/ledger-entry.ts';
import { hourMs, minuteMs } from '../../functions/core/time.ts';
import { wakeTicket } from '../../functions/usecases/wake-ticket.ts';
import { monday } from '../support/case.ts';
import { overlaidCity, says } from '../support/overlaid-city.ts';
import { hotline, pipe, staffOf, Town } from './town.ts';

const street = '110101017';
const lead = staffOf(street);
const text = '说明';

/** A town whose emergency whistle charges delays to the summoned and is rated by both sides. */
const chargingTown = () =>
  new Town(
    overlaidCity({
      whistleKinds: {
        emergency: { delayTo: says('summoned'), rating: { by: says('both'), board: says('mutual') } },
      },
    }),
  );

async function entriesOf(town: Town, unit: string, month = '2026-11'): Promise<readonly LedgerEntry[]> {
  const { rows } = await town.store.ledger(unit, month, { limit: 100 });
  for (const row of rows) expect(ledgerEntry.parse(row)).toEqual(row);
  return rows;
}

/** Called at once, the water department comes ten minutes after its limit; the lead answers three hours late. */
async function lateCase(town: Town) {
  const ticketId = await town.submit();
  await town.ask(ticketId, { type: 'sign', body: {} }, lead);
  const kind = 'emergency';
  await town.ask(ticketId, { type: 'blowWhistle', body: { kind, unitCodes: ['police', 'water'] } }, lead);
  town.now += 20 * minuteMs;
  await town.ask(ticketId, { type: 'arrive', body: {} }, staffOf('police'));
  town.now += 20 * minuteMs;
  for (const type of ['arrive', 'finishTask'] as const) {
    await town.ask(ticketId, { type, body: {} }, staffOf('water'));
  }
  await town.ask(ticketId, { type: 'finishTask', body: {} }, staffOf('police'));
  town.now += hourMs;
  for (const unitCode of ['water', 'police']) {
    await town.ask(ticketId, { type: 'release', body: { unitCode } }, lead);
  }
  town.now = monday + 5 * hourMs;
  await town.ask(ticketId, { type: 'answer', body: { text } }, lead);
  await town.ask(
    ticketId,
    { type: 'recordCallback', body: { reached: true, resolved: true, responded: true, grade: 'satisfied' } },
    hotline,
  );
  return ticketId;
}

describe('the ledger of an ended ticket', () => {
  it('has the case of its lead, with its trade and the late unit the delay is charged to', async () => {
    const town = chargingTown();
    const ticketId = await lateCase(town);

    expect(await entriesOf(town, street)).toEqual([
      {
        unit: street,
        month: '2026-11',
        id: expect.stringContaining(ticketId),
        at: monday + 5 * hourMs,
        type: 'case',
        ticketId,
        kind: 'help',
        item: '0101-01',
        tier: 'emergency',
        trade: 'water',
        outcome: 'resolved',
        onTime: false,
        lateBy: 'water',
        responded: 'yes',
        resolved: 'yes',
        satisfied: 'yes',
        reopens: 0,
      },
    ]);
  });

  it('has each summons of the summoned unit, with what it was late', async () => {
    const town = chargingTown();
    const ticketId = await lateCase(town);
    const common = {
      month: '2026-11',
      type: 'summons',
      ticketId,
      whistle: 1,
      kind: 'emergency',
      blower: street,
      outcome: 'released',
      calledAt: monday,
      arriveBy: monday + 30 * minuteMs,
      at: monday + 100 * minuteMs,
    };

    expect(await entriesOf(town, 'water')).toMatchObject([
      { ...common, unit: 'water', arrivedAt: monday + 40 * minuteMs, late: true },
    ]);
    expect(await entriesOf(town, 'police')).toMatchObject([
      { ...common, unit: 'police', arrivedAt: monday + 20 * minuteMs, late: false },
    ]);
  });

  it('charges its lead where the kind says so, and nobody when it was on time', async () => {
    const base = new Town();
    await lateCase(base);
    const town = chargingTown();
    const ticketId = await town.submit();
    await town.ask(ticketId, { type: 'withdraw', body: {} }, hotline);

    expect((await entriesOf(base, street))[0]).not.toHaveProperty('lateBy');
    expect((await entriesOf(base, street))[0]).toMatchObject({ onTime: false });
    expect((await entriesOf(town, street))[0]).toMatchObject({ onTime: true, outcome: 'withdrawn' });
    expect((await entriesOf(town, street))[0]).not.toHaveProperty('lateBy');
  });

  it('takes ratings after the end, for whoever is rated', async () => {
    const town = chargingTown();
    const ticketId = await lateCase(town);
    town.now += hourMs;

    await town.ask(ticketId, { type: 'rateSummons', body: { unitCode: 'water', points: 60, text } }, lead);
    await town.ask(
      ticketId,
      { type: 'rateSummons', body: { unitCode: street, points: 88 } },
      staffOf('water'),
    );

    const rating = { type: 'rating', board: 'mutual', ticketId };
    expect(await entriesOf(town, 'water')).toContainEqual(
      expect.objectContaining({ ...rating, by: street, points: 60, unit: 'water' }),
    );
    expect(await entriesOf(town, street)).toContainEqual(
      expect.objectContaining({ ...rating, by: 'water', points: 88, unit: street }),
    );
    expect((await town.record(ticketId)).wakeAt).toBeUndefined();
  });

  it('says of a merged ticket that it was, unless it went on by itself', async () => {
    const merged = async (elderEnds: 'answer' | 'withdraw') => {
      const town = new Town();
      const elderId = await town.submit();
      await town.ask(elderId, { type: 'sign', body: {} }, lead);
      town.now += minuteMs;
      const ticketId = await town.submit(pipe({ sourceKey: 'call-2' }));
      await town.ask(ticketId, { type: 'merge', body: { elderId } }, hotline);
      if (elderEnds === 'answer') await town.ask(elderId, { type: 'answer', body: { text } }, lead);
      else await town.ask(elderId, { type: 'withdraw', body: {} }, hotline);
      const none = { type: 'recordCallback', body: { reached: true, resolved: true } } as const;
      await town.ask(ticketId, elderEnds === 'answer' ? none : { type: 'withdraw', body: {} }, hotline);
      return (await entriesOf(town, street)).find((entry) => entry.id.startsWith(ticketId));
    };

    expect(await merged('answer')).toMatchObject({ type: 'case', outcome: 'resolved', merged: true });
    expect(await merged('withdraw')).not.toHaveProperty('merged');
  });
});

describe('the ledger of a ticket that is open and overdue', () => {
  const november = Date.parse('2026-12-01T00:00:00+08:00') - 1;

  it('has an entry at the end of each month, the same however late anybody looks', async () => {
    const prompt = new Town();
    const late = new Town();
    const [a, b] = [await prompt.submit(), await late.submit()];
    prompt.now = november + 1;
    await wakeTicket(prompt.deps, a);
    for (const town of [prompt, late]) town.now = Date.parse('2027-01-10T09:00:00+08:00');
    await wakeTicket(prompt.deps, a);
    await wakeTicket(late.deps, b);
    await late.ask(b, { type: 'withdraw', body: {} }, hotline);

    const overdue = { type: 'overdue', kind: 'help', item: '0101-01', tier: 'emergency', trade: 'water' };
    expect(await entriesOf(prompt, street)).toMatchObject([{ ...overdue, at: november, unit: street }]);
    expect(await entriesOf(late, street)).toEqual(await entriesOf(prompt, street));
    expect(await entriesOf(late, street, '2026-12')).toEqual(await entriesOf(prompt, street, '2026-12'));
    expect(await entriesOf(late, street, '2027-01')).toMatchObject([{ type: 'case' }]);
  });
});
