import type { Context, SQSEvent, SQSRecord } from 'aws-lambda';
import { boardMessage } from '../adapters/sqs/board-body.ts';
import type { Telemetry } from '../http/observability.ts';
import type { BoardDeps } from '../usecases/boards/board-deps.ts';
import { runBoardJob } from '../usecases/boards/run-board-job.ts';
import { consumeBatch, receivesOf } from './batch/consume-batch.ts';
import { atColdStart } from './wiring/at-cold-start.ts';
import { boardJobOf } from './wiring/board-job-of.ts';

/** Time kept back to finish the units in hand, and to put the board together once all are there. */
const reserveMs = 45_000;
/** A job that failed comes back after twice this long, then four times, and so on. */
const retrySeconds = 15;

interface BoardHandlerDeps {
  readonly boards: BoardDeps;
  readonly telemetry: Telemetry;
  /** Lets a message come back after so many seconds instead of the queue's own time. */
  comeBackIn(record: SQSRecord, seconds: number): Promise<void>;
}

/** Computes a board: live, published, or recomputed. Cut short by its time, it sends the rest to itself. */
export const makeHandler =
  ({ boards, telemetry, comeBackIn }: BoardHandlerDeps) =>
  (event: SQSEvent, context: Pick<Context, 'getRemainingTimeInMillis'>) =>
    consumeBatch(event, telemetry, async (record) => {
      const { jobId } = boardMessage.parse(JSON.parse(record.body));
      const heldUntil = boards.clock.now() + context.getRemainingTimeInMillis();
      const time = { stopAt: heldUntil - reserveMs, heldUntil };
      const job = await runBoardJob(boards, jobId, time).catch(async (cause: unknown) => {
        await comeBackIn(record, retrySeconds * 2 ** receivesOf(record));
        throw cause;
      });
      const { state, entries = 0 } = job ?? {};
      telemetry.info('board job', { jobId, complete: state === 'done', entries });
      if (state === 'done') telemetry.measure('BoardEntries', entries);
    });

export const handler = await atColdStart((service) => makeHandler(boardJobOf(service)));
