import { describe, expect, it } from 'vitest';
import { tableShape } from '../../../functions/adapters/dynamodb/table-shape.ts';
import { fromTicketItem, toTicketItem } from '../../../functions/adapters/dynamodb/ticket-item.ts';
import { endedOf, hour, idOf, openedAt, recordOf } from '../../contract/sample-record.ts';

describe('the item of a ticket', () => {
  it('has its keys and what indexes carry at the top, and the rest of its state nested', () => {
    const { state, history, owed, ...top } = toTicketItem(recordOf(1));

    // Pins the attributes: stored items and the indexes of a running city have these names.
    expect(top).toStrictEqual({
      pk: `T#${idOf(1)}`,
      sk: 'TICKET',
      ticketId: idOf(1),
      format: 3,
      rev: 1,
      rulesHash: '5f'.repeat(32),
      source: 'beijing-12345',
      sourceKey: '20261102-1',
      status: 'dispatched',
      tier: 'h24',
      item: 'water.supply.burst-pipe',
      leadUnit: '110105-water',
      openedAt,
      dueAt: openedAt + 24 * hour,
      overdue: false,
      wakeShard: 'w02',
      wakeAt: openedAt + 2 * hour + 1,
      worklist: '110105-water',
      actBy: openedAt + 2 * hour,
      placeItem: '110105-sanlitun#water.supply.burst-pipe',
    });
    expect(Object.keys(state)).not.toContain('status');
    expect([history, owed]).toEqual([recordOf(1).history, recordOf(1).owed]);
  });

  it('lacks the keys of the wake and worklist indexes once the ticket has ended', () => {
    const item = toTicketItem(endedOf(recordOf(1)));

    expect(Object.keys(item)).not.toContain('wakeShard');
    expect(Object.keys(item)).not.toContain('wakeAt');
    expect(Object.keys(item)).not.toContain('worklist');
    expect(Object.keys(item)).not.toContain('actBy');
    expect(item.placeItem).toBe('110105-sanlitun#water.supply.burst-pipe');
  });

  it('has every attribute its indexes carry', () => {
    const item = toTicketItem(recordOf(1));

    const { wake, worklist, place } = tableShape.indexes;
    for (const name of [wake, worklist, place].flatMap(({ projected }) => projected)) {
      expect(item).toHaveProperty(name);
    }
  });

  it('never ages out', () => {
    expect(toTicketItem(recordOf(1))).not.toHaveProperty(tableShape.ttlAttribute);
  });

  it('is refused when it is broken, with its key and the place at fault but no value', () => {
    const item = { ...toTicketItem(recordOf(1)), history: [{ ...recordOf(1).history[0], n: 'secret' }] };

    expect(() => fromTicketItem(item)).toThrow(`T#${idOf(1)} / TICKET is broken: history.0.n:`);
    expect(() => fromTicketItem(item)).not.toThrow(/secret/);
  });
});
