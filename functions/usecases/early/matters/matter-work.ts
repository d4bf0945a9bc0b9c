import type { MatterCommandOf } from '../../../core/early/matter/matter-command.ts';
import { matterKind } from '../../../core/early/matter/matter-kind.ts';
import type { MatterState, MatterTask } from '../../../core/early/matter/matter-state.ts';
import type { Deps } from '../../deps.ts';
import type { UndertakingWork } from '../undertakings/undertaking-work.ts';
import { checkTicket } from './check-ticket.ts';
import { gatherTickets } from './gather-tickets.ts';
import { joinTicket } from './join-ticket.ts';
import { leaveTicket } from './leave-ticket.ts';
import { speakToTicket } from './speak-to-ticket.ts';

/** What a task came to on one ticket. */
export type OnTicket = 'done' | 'skipped' | 'refused';

/** A task at work: whose it is, and for how many tickets there is room. */
export interface AtWork {
  readonly matterId: string;
  readonly state: MatterState;
  readonly task: MatterTask;
}

/** Tickets worked on at once: more would be throttled by the partition of the matter. */
const atOnce = 10;

type Piece = MatterCommandOf<'pieceDone'>;

/**
 * One piece of a matter's first task: so many tickets as the pack says are joined, told, answered, let go or looked at, each
 * by an ordinary command with a derived id. Done twice, each command is found in its ticket's history and counts the same.
 */
export const matterWork: UndertakingWork = async (deps, record, rules) => {
  const state = matterKind.state.parse(record.state);
  const task = state.tasks[0]!;
  const atWork = { matterId: record.id, state, task };
  const size = rules.early.matter!.pieceMembers;
  const { ids, next, taken } = await ticketsOfPiece(deps, atWork, size);
  const counts = { done: 0, skipped: 0, refused: 0 };
  // Room is counted before: of two tickets for one place, the later one in the piece is refused in every host.
  const room = Math.max(0, rules.early.matter!.membersMax - state.members);
  const rest = ids.entries();
  const run = async () => {
    for (const [index, ticketId] of rest) {
      counts[await workOn(deps, atWork, ticketId, index < room)] += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, run));
  const from = task.cursor === undefined ? {} : { from: task.cursor };
  const then = next === undefined ? {} : { next };
  return { type: 'pieceDone', task: task.n, ...from, ...then, taken, ...counts } satisfies Piece;
};

const workOn = (deps: Deps, atWork: AtWork, ticketId: string, hasRoom: boolean): Promise<OnTicket> => {
  switch (atWork.task.type) {
    case 'join':
      return joinTicket(deps, atWork, ticketId, hasRoom);
    case 'leave':
      return leaveTicket(deps, atWork, ticketId);
    case 'check':
      return checkTicket(deps, ticketId);
    default:
      return speakToTicket(deps, atWork, ticketId);
  }
};

interface PieceTickets {
  readonly ids: readonly string[];
  /** Where the next piece begins. */
  readonly next?: string;
  /** How many ids this piece takes off the task's own list. */
  readonly taken: number;
}

/** The tickets of the next piece: from the task's list, from its selection, or the members of its batches. */
async function ticketsOfPiece(deps: Deps, { matterId, task }: AtWork, size: number): Promise<PieceTickets> {
  if (task.ticketIds !== undefined) {
    const ids = task.ticketIds.slice(0, size);
    return { ids, taken: ids.length, ...(task.cursor === undefined ? {} : { next: task.cursor }) };
  }
  if (task.type === 'join' || task.type === 'leave') {
    return task.selection === undefined ? { ids: [], taken: 0 } : gatherTickets(deps, task, size);
  }
  const page = { limit: size, ...(task.cursor === undefined ? {} : { cursor: task.cursor }) };
  const { rows, cursor } = await deps.store.members(matterId, page);
  const only = task.only === undefined ? undefined : new Set(task.only);
  const ids = rows.flatMap(({ ticketId, status, batch }) =>
    status === 'joined' && only?.has(batch) !== false ? [ticketId] : [],
  );
  return { ids, taken: 0, ...(cursor === undefined ? {} : { next: cursor }) };
}
