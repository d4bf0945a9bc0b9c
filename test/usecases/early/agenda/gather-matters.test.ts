import { describe, expect, it } from 'vitest';
import { dayMs } from '../../../../functions/core/time.ts';
import type { UndertakingRecord } from '../../../../functions/core/undertaking/undertaking-record.ts';
import { commandTicket } from '../../../../functions/usecases/command-ticket.ts';
import { gatherMatters } from '../../../../functions/usecases/early/agenda/gather-matters.ts';
import { wake } from '../../../../functions/usecases/wake.ts';
import { pipe, staffOf, Town } from '../../town.ts';

const street = '110101017';

/** A warning on a street's worklist, answered in time or not. */
const warning = (digit: string, overdue: boolean, actBy: number): UndertakingRecord => ({
  format: 1,
  id: `warning_${digit.repeat(32)}`,
  kind: 'warning',
  rev: 1,
  rulesHash: 'h',
  openedAt: actBy - dayMs,
  lastAt: actBy - dayMs,
  status: 'raised',
  isOpen: true,
  overdue,
  item: '0101-01',
  state: {},
  history: [],
  owed: [],
  lists: [],
  listsOwed: [],
  owner: street,
  actBy,
});

async function townWithTickets() {
  const town = new Town();
  const taken = (sourceKey: string) => town.submit(pipe({ sourceKey }));
  const late = await taken('late');
  const helped = await taken('helped');
  await commandTicket(town.deps, {
    ticketId: helped,
    command: { type: 'addHelper', body: { unitCode: '110101001' } },
    commandId: 'help',
    caller: staffOf('110000'),
  });
  town.now += 3 * dayMs;
  await wake(town.deps, late);
  await wake(town.deps, helped);
  const disputed = await taken('disputed');
  await commandTicket(town.deps, {
    ticketId: disputed,
    command: { type: 'dispute', body: { text: '不属本街道。' } },
    commandId: 'dispute',
    caller: staffOf(street),
  });
  return { town, late, helped, disputed };
}

describe('what presses in an area', () => {
  it('is each late ticket once, for its lead, and each dispute for who disputes it', async () => {
    const { town, late, helped, disputed } = await townWithTickets();

    const found = await gatherMatters(town.deps, '110101', town.now);

    expect(found.map(({ kind, ref, unit, district }) => [kind, ref, unit, district]).sort()).toEqual(
      [
        ['disputed', disputed, street, '110101'],
        ['overdue', late, street, '110101'],
        ['overdue', helped, street, '110101'],
      ].sort(),
    );
  });

  it('is a warning that nobody answered in time, since its limit, and no other', async () => {
    const town = new Town();
    await town.store.createUndertaking(warning('a', true, town.now - 5));
    await town.store.createUndertaking(warning('b', false, town.now + dayMs));

    const found = await gatherMatters(town.deps, '110000', town.now);

    expect(found).toEqual([
      {
        kind: 'unansweredWarning',
        ref: `warning_${'a'.repeat(32)}`,
        unit: street,
        district: '110101',
        item: '0101-01',
        since: town.now - 5 - dayMs,
        limitAt: town.now - 5,
      },
    ]);
  });

  it('is nothing of another district’s', async () => {
    const { town } = await townWithTickets();

    expect(await gatherMatters(town.deps, '110102', town.now)).toEqual([]);
  });
});
