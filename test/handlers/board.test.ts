import type { SQSRecord } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { makeHandler } from '../../functions/handlers/board.ts';
import { boardJob, closedTicket, monthPath } from '../http/support/board-life.ts';
import { testRoles } from '../http/support/roles.ts';
import { testService } from '../http/support/test-service.ts';
import { sqsEvent } from './support-sqs.ts';

/** The function behind the queue, with its time in ms and its store bent. */
function boardFunction(service: ReturnType<typeof testService>, changes: object = {}) {
  const returned: { id: string; seconds: number }[] = [];
  const handler = makeHandler({
    telemetry: service.telemetry,
    boards: { ...service.boards, boards: { ...service.boards.boards, ...changes } },
    comeBackIn: async ({ messageId }: SQSRecord, seconds) => void returned.push({ id: messageId, seconds }),
  });
  const work = (body: string, ms = 300_000) =>
    handler(sqsEvent([body]), { getRemainingTimeInMillis: () => ms });
  return { work, returned };
}

async function asked(service: ReturnType<typeof testService>): Promise<string> {
  await closedTicket(service, 1, true);
  const { city } = testRoles;
  const { json } = await service.call('publishBoard', { role: city, path: monthPath, body: {} });
  service.boards.queue.take();
  return JSON.stringify({ jobId: json.jobId });
}

describe('the board function', () => {
  it('does a job, says so and counts its entries', async () => {
    const service = testService();
    const body = await asked(service);

    const answer = await boardFunction(service).work(body);

    expect(answer).toEqual({ batchItemFailures: [] });
    expect(service.lines.at(-1)).toMatchObject({
      message: 'board job',
      facts: { complete: true, entries: 1 },
    });
    expect(service.metrics).toContainEqual({ name: 'BoardEntries', value: 1, code: undefined });
  });

  it('that has no time left begins nothing, and sends the job on', async () => {
    const service = testService();
    const body = await asked(service);

    await boardFunction(service).work(body, 45_000);

    expect(service.lines.at(-1)).toMatchObject({ facts: { complete: false, entries: 0 } });
    expect(service.boards.queue.take()).toEqual([{ body, delaySeconds: 0 }]);
  });

  it('whose store fails lets the message come back soon, and reports it', async () => {
    const service = testService();
    const body = await asked(service);
    const { work, returned } = boardFunction(service, { putPart: () => Promise.reject(new Error('down')) });

    const answer = await work(body);

    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'message-0' }] });
    expect(returned).toEqual([{ id: 'message-0', seconds: 30 }]);
    expect((await boardFunction(service).work(body)).batchItemFailures).toEqual([]);
    expect(await boardJob(service, 'verifyBoard')).toMatchObject({ same: true, version: 1 });
  });

  it.each(['not json', '{}', '{"jobId":""}'])('reports the poison message %j', async (poison) => {
    const service = testService();

    const answer = await boardFunction(service).work(poison);

    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'message-0' }] });
  });

  it('has nothing to do for a job that nobody asked for', async () => {
    const answer = await boardFunction(testService()).work('{"jobId":"none"}');

    expect(answer).toEqual({ batchItemFailures: [] });
  });
});
