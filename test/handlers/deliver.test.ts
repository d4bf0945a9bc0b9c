import { describe, expect, it } from 'vitest';
import { memoryWebhookStore } from '../../functions/adapters/memory/memory-webhook-store.ts';
import type { OwedEffect } from '../../functions/core/record/ticket-record.ts';
import { err, ok } from '../../functions/core/result.ts';
import { makeHandler } from '../../functions/handlers/deliver.ts';
import type { DeliveryFailure } from '../../functions/ports/webhook-sender.ts';
import { recordedTelemetry } from '../http/support/recorded-telemetry.ts';
import { sqsEvent } from './support-sqs.ts';

const effect: OwedEffect = {
  id: `${'0'.repeat(32)}.1`,
  kind: 'status',
  to: 'hotline',
  event: 'dispatched',
  at: 1_795_000_000_000,
  rule: 'dispatch.routing',
  ticketId: '0'.repeat(32),
  rev: 1,
  status: 'dispatched',
  tier: 'general',
  overdue: false,
};
const body = JSON.stringify(effect);

/** The function with one receiver, which fails as told. */
async function service(failure?: DeliveryFailure) {
  const recorded = recordedTelemetry();
  const delays: { receiptHandle: string; seconds: number }[] = [];
  const told: string[] = [];
  const webhooks = memoryWebhookStore();
  await webhooks.put({
    id: 'receiver-1',
    url: 'https://platform.example.org/hooks',
    owner: 'hotline',
    kinds: ['cn.citywhistle.ticket.status.v1'],
    secret: `whsec_${Buffer.alloc(32, 7).toString('base64')}`,
    rev: 1,
  });
  const answer = async (id: string) => {
    told.push(id);
    return failure === undefined ? ok({ status: 204 }) : err(failure);
  };
  const deliver = makeHandler({
    delivery: {
      webhooks,
      sender: { send: (_, { id }) => answer(id), test: (_, id) => answer(id) },
      effects: { send: async () => [] },
      clock: { now: () => effect.at },
    },
    telemetry: recorded.telemetry,
    random01: () => 0.999,
    retryIn: async ({ receiptHandle }, seconds) => {
      delays.push({ receiptHandle, seconds });
    },
  });
  return { ...recorded, deliver, delays, told };
}

const reported = { batchItemFailures: [{ itemIdentifier: 'message-0' }] };

describe('the deliver function', () => {
  it('tells a receiver and is done', async () => {
    const { deliver, told, metrics, lines } = await service();

    const answer = await deliver(sqsEvent([body]));

    expect(answer).toEqual({ batchItemFailures: [] });
    expect(told).toEqual([effect.id]);
    expect(lines).toMatchObject([
      { message: 'delivered', facts: { effectId: effect.id, ticketId: effect.ticketId, receives: 1 } },
    ]);
    expect(metrics).toContainEqual({ name: 'EffectsDelivered', value: 1, code: undefined });
  });

  it.each([
    [1, 5],
    [3, 20],
    [8, 640],
  ])('reports a failure on receive %i and lets it come back after up to %i s', async (receives, seconds) => {
    const { deliver, delays } = await service({ code: 'STATUS', retryable: true, gone: false });

    const answer = await deliver(sqsEvent([body], receives));

    expect(answer).toEqual(reported);
    expect(delays).toEqual([{ receiptHandle: 'receipt-0', seconds }]);
  });

  it('waits as long as the receiver asks', async () => {
    const failure = { code: 'STATUS', retryable: true, gone: false, retryAfterSeconds: 120 };
    const { deliver, delays } = await service(failure);

    await deliver(sqsEvent([body]));

    expect(delays).toMatchObject([{ seconds: 120 }]);
  });

  it('reports what no retry will mend too, for the dead-letter queue', async () => {
    const { deliver, delays, lines } = await service({ code: 'URL_REFUSED', retryable: false, gone: false });

    expect(await deliver(sqsEvent([body]))).toEqual(reported);
    expect(delays).toEqual([]);
    expect(lines).toMatchObject([
      { message: 'not delivered', facts: { effectId: effect.id, code: 'URL_REFUSED' } },
      { level: 'error', cause: { name: 'NotDelivered URL_REFUSED' } },
    ]);
  });

  it.each(['', 'null', '{"id":"x"}', JSON.stringify({ ...effect, kind: 'rumour' })])(
    'reports the poison message %j alone, and delivers the one beside it',
    async (poison) => {
      const { deliver, told } = await service();

      const answer = await deliver(sqsEvent([poison, body]));

      expect(answer).toEqual(reported);
      expect(told).toEqual([effect.id]);
    },
  );
});
