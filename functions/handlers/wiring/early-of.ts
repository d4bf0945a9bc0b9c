import { matterTables } from '../../usecases/early/topics/matter-tables.ts';
import { boardsOf } from './boards-of.ts';
import type { openQueues } from './open-queues.ts';
import type { Service } from './service.ts';

/** Tickets, boards, and what months came to by matter: what keeps and does the work of undertakings. */
export function earlyOf(service: Service, queues: ReturnType<typeof openQueues>) {
  const boards = boardsOf(service, queues);
  return { ...boards, tables: matterTables(boards) };
}
