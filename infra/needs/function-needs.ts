import type { FunctionName } from '../stacks/function-settings.ts';
import type { TableNeed } from './table-need.ts';

/** A ticket in hand: read it, put it with what stands beside it, clear what it owed. */
const tickets = ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'Query'] as const;

/**
 * What each function asks of the table, and is therefore allowed. A test derives the same from the code of the function
 * and names what is missing here, or too much.
 */
export const functionNeeds = {
  intake: [...tickets, 'Query place'],
  command: tickets,
  read: ['GetItem', 'Query', 'Query registry', 'Query worklist'],
  manage: [...tickets, 'Query registry'],
  boards: ['GetItem', 'PutItem', 'Query', 'Query registry'],
  board: ['GetItem', 'PutItem', 'DeleteItem', 'Query'],
  early: [...tickets, 'Query place', 'Query registry', 'Query worklist'],
  sweep: [...tickets, 'Query place', 'Query wake'],
  watch: ['GetItem', 'PutItem', 'Query'],
  wake: [...tickets, 'Query place'],
  deliver: ['GetItem', 'PutItem', 'Query', 'Query registry'],
} as const satisfies Record<FunctionName, readonly TableNeed[]>;
