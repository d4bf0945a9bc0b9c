import type { TicketRecord } from '../../core/record/ticket-record.ts';
import type { UndertakingRecord } from '../../core/undertaking/undertaking-record.ts';
import type { ViewRow } from '../../ports/stored.ts';
import { keyPart } from '../dynamodb/key-part.ts';
import { placePartition, wakePartition } from '../dynamodb/keys.ts';
import { wakeShardOf } from '../dynamodb/wake-shard.ts';
import { MemoryIndex } from './memory-index.ts';

/** The sparse indexes of the table, under the keys the table gives them. */
export class MemoryIndexes {
  readonly wake = new MemoryIndex();
  readonly worklist = new MemoryIndex();
  readonly place = new MemoryIndex();

  /** Moves a ticket to where its record says. */
  putTicket({ id, state, wakeAt, owner, actBy }: TicketRecord): void {
    const { place, item, openedAt } = state;
    this.putWake(id, wakeAt);
    this.worklist.put(id, owner === undefined ? undefined : keyPart(owner), actBy);
    const isPlaced = place !== undefined && item !== undefined;
    this.place.put(id, isPlaced ? placePartition(place, item) : undefined, openedAt);
  }

  /** Moves an undertaking to where its record says. */
  putUndertaking({ id, wakeAt, owner, actBy }: UndertakingRecord): void {
    this.putWake(id, wakeAt);
    this.worklist.put(id, owner === undefined ? undefined : keyPart(owner), actBy);
  }

  putWake(ticketId: string, wakeAt: number | undefined): void {
    this.wake.put(ticketId, wakePartition(wakeShardOf(ticketId)), wakeAt);
  }

  putView(id: string, { unit, actBy }: ViewRow): void {
    this.worklist.put(id, keyPart(unit), actBy);
  }
}
