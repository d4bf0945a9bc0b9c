import { describe, expect, it } from 'vitest';
import { minuteMs } from '../../functions/core/time.ts';
import { makeHandler as makeSweep } from '../../functions/handlers/sweep.ts';
import { makeHandler } from '../../functions/handlers/wake.ts';
import { sampleSubmission } from '../../functions/http/openapi/sample-ticket.ts';
import { testRoles } from '../http/support/roles.ts';
import { testService } from '../http/support/test-service.ts';
import { sqsEvent } from './support-sqs.ts';

async function service() {
  const made = testService();
  const submitted = await made.call('submitTicket', { role: testRoles.platform, body: sampleSubmission });
  const ticketId = String(submitted.json.ticketId);
  const wake = makeHandler(made);
  const sweep = makeSweep(made);
  return { ...made, ticketId, wake, sweep, wakeBody: JSON.stringify({ ticketId }) };
}

const fiftySeconds = { getRemainingTimeInMillis: () => 50_000 };
const promised = async (made: Awaited<ReturnType<typeof service>>) =>
  (await made.tickets.store.load(made.ticketId))!.wakeAt!;

describe('the wake function', () => {
  it('keeps a promise that fell due, and measures how late it was', async () => {
    const made = await service();
    const wakeAt = await promised(made);
    made.time.now = wakeAt + 250;

    const answer = await made.wake(sqsEvent([made.wakeBody]));

    expect(answer).toEqual({ batchItemFailures: [] });
    expect(made.metrics).toContainEqual({ name: 'TimerLatenessMs', value: 250, code: undefined });
    expect(await promised(made)).toBeGreaterThan(wakeAt);
  });

  it('does nothing for a message that comes early or twice', async () => {
    const made = await service();
    const wakeAt = await promised(made);

    await made.wake(sqsEvent([made.wakeBody, made.wakeBody]));

    expect(await promised(made)).toBe(wakeAt);
    expect(made.metrics.filter(({ name }) => name === 'TimerLatenessMs')).toEqual([]);
  });

  it.each(['not json', '{}', '{"ticketId":1}', '[]'])(
    'reports the poison message %j alone, and keeps the promise beside it',
    async (poison) => {
      const made = await service();
      const wakeAt = await promised(made);
      made.time.now = wakeAt;

      const answer = await made.wake(sqsEvent([poison, made.wakeBody]));

      expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'message-0' }] });
      expect(await promised(made)).toBeGreaterThan(wakeAt);
      expect(made.lines.filter(({ level }) => level === 'error')).toMatchObject([
        { message: 'message failed', facts: { messageId: 'message-0', receives: 1 } },
      ]);
    },
  );
});

describe('the sweep function', () => {
  it('sends what is about to fall due to the wake queue', async () => {
    const made = await service();
    made.time.now = (await promised(made)) - minuteMs;
    made.wakes.take();

    await made.sweep({}, fiftySeconds);

    expect(made.wakes.take()).toEqual([{ body: made.wakeBody, delaySeconds: 60 }]);
    expect(made.lines.at(-1)).toMatchObject({ message: 'swept', facts: { sent: 1, complete: true } });
  });

  it('wakes what the queue has lost, and measures its age', async () => {
    const made = await service();
    const wakeAt = await promised(made);
    made.time.now = wakeAt + 10 * minuteMs;

    await made.sweep({}, fiftySeconds);

    expect(await promised(made)).toBeGreaterThan(wakeAt);
    expect(made.lines.at(-1)?.facts).toMatchObject({ woken: 1, failed: 0 });
    expect(made.metrics).toContainEqual({
      name: 'OldestPromiseLateMs',
      value: 10 * minuteMs,
      code: undefined,
    });
  });

  it('stops before its time is up, and says so', async () => {
    const made = await service();
    made.time.now = (await promised(made)) + 10 * minuteMs;

    await made.sweep({}, { getRemainingTimeInMillis: () => 1_000 });

    expect(made.lines.at(-1)?.facts).toMatchObject({ woken: 0, complete: false });
    expect(made.metrics).toContainEqual({ name: 'SweepsCutShort', value: 1, code: undefined });
  });
});
