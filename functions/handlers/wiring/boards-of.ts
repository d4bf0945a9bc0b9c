import { dynamoBoardStore } from '../../adapters/dynamodb/dynamo-board-store.ts';
import { randomId } from '../../adapters/system.ts';
import { unitNamesOf } from '../../usecases/boards/unit-names.ts';
import type { openQueues } from './open-queues.ts';
import type { Service } from './service.ts';
import { ticketsOf } from './tickets-of.ts';

/** Boards in the table, computed by jobs in their queue. */
export const boardsOf = (service: Service, queues: ReturnType<typeof openQueues>) => ({
  ...ticketsOf(service, queues),
  boards: dynamoBoardStore(service.table),
  queue: queues.boards,
  newId: randomId,
  names: unitNamesOf(service.city.sources),
});
