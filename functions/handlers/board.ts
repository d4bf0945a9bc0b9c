import type { Context, SQSEvent } from 'aws-lambda';
import { boardMessage } from '../adapters/sqs/board-body.ts';
import type { Telemetry } from '../http/observability.ts';
import type { BoardDeps } from '../usecases/boards/board-deps.ts';
import { runBoardJob } from '../usecases/boards/run-board-job.ts';
import { consumeBatch } from './batch/consume-batch.ts';
import { atColdStart } from './wiring/at-cold-start.ts';
import { wire } from './wiring/wire.ts';

/** Time kept back to finish the units in hand, and to put the board together once all are there. */
const reserveMs = 45_000;

/** Computes a board: live, published, or recomputed. Cut short by its time, it sends the rest to itself. */
export const makeHandler =
  ({ boards, telemetry }: { readonly boards: BoardDeps; readonly telemetry: Telemetry }) =>
  (event: SQSEvent, context: Pick<Context, 'getRemainingTimeInMillis'>) =>
    consumeBatch(event, telemetry, async ({ body }) => {
      const { jobId } = boardMessage.parse(JSON.parse(body));
      const now = boards.clock.now();
      const heldUntil = now + context.getRemainingTimeInMillis();
      const job = await runBoardJob(boards, jobId, { stopAt: heldUntil - reserveMs, heldUntil });
      const complete = job?.state === 'done';
      telemetry.info('board job', {
        jobId,
        complete,
        ...(job === undefined ? {} : { entries: job.entries }),
      });
      if (complete) telemetry.measure('BoardEntries', job.entries);
    });

export const handler = atColdStart(() => makeHandler(wire()));
