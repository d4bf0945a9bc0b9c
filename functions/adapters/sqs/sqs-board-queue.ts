import type { BoardQueue } from '../../ports/board-queue.ts';
import { boardBody } from './board-body.ts';
import { delaySeconds } from './delay-seconds.ts';
import { type SqsTarget, sendEntries } from './send-entries.ts';

/** Board jobs in a queue of SQS. */
export const sqsBoardQueue = (target: SqsTarget): BoardQueue => ({
  async send(jobId, seconds) {
    const entry = { body: boardBody(jobId), delaySeconds: delaySeconds(jobId, seconds) };
    return (await sendEntries(target, [entry])).size === 0 ? 'sent' : 'unsent';
  },
});
