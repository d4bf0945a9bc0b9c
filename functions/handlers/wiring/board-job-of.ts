import { boardsOf } from './boards-of.ts';
import { openQueues } from './open-queues.ts';
import { makeRetryIn } from './retry-in.ts';
import type { Service } from './service.ts';

/** What computes boards. */
export function boardJobOf(service: Service) {
  const queues = openQueues(service);
  return {
    boards: boardsOf(service, queues),
    telemetry: service.telemetry,
    comeBackIn: makeRetryIn(queues.targets.boards),
  };
}
