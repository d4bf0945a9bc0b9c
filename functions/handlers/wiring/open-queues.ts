import { makeSqsClient } from '../../adapters/sqs/make-sqs-client.ts';
import { sqsBoardQueue } from '../../adapters/sqs/sqs-board-queue.ts';
import { sqsEffectQueue } from '../../adapters/sqs/sqs-effect-queue.ts';
import { sqsWakeQueue } from '../../adapters/sqs/sqs-wake-queue.ts';
import type { Service } from './service.ts';

/** The queues, over one client. A function may send to those only that its settings in the deployment name. */
export function openQueues({ settings }: Pick<Service, 'settings'>) {
  const client = makeSqsClient();
  const target = (queueUrl: string) => ({ client, queueUrl });
  const effects = target(settings.EFFECT_QUEUE_URL);
  const boards = target(settings.BOARD_QUEUE_URL);
  return {
    wakes: sqsWakeQueue(target(settings.WAKE_QUEUE_URL)),
    effects: sqsEffectQueue(effects),
    boards: sqsBoardQueue(boards),
    targets: { effects, boards, effectDeadLetters: target(settings.EFFECT_DLQ_URL ?? '') },
  };
}
