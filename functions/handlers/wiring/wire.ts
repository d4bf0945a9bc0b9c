import { createHash } from 'node:crypto';
import { dynamoBoardStore } from '../../adapters/dynamodb/dynamo-board-store.ts';
import { dynamoTicketStore } from '../../adapters/dynamodb/dynamo-ticket-store.ts';
import { dynamoWebhookStore } from '../../adapters/dynamodb/dynamo-webhook-store.ts';
import { makeDocumentClient } from '../../adapters/dynamodb/make-document-client.ts';
import { makeSqsClient } from '../../adapters/sqs/make-sqs-client.ts';
import { sqsBoardQueue } from '../../adapters/sqs/sqs-board-queue.ts';
import { sqsEffectQueue } from '../../adapters/sqs/sqs-effect-queue.ts';
import { sqsWakeQueue } from '../../adapters/sqs/sqs-wake-queue.ts';
import { random01, randomBytes, randomId, systemClock } from '../../adapters/system.ts';
import { eventData } from '../../adapters/webhook/event-data.ts';
import { rememberOwners } from '../../adapters/webhook/remember-owners.ts';
import { makeWebhookSender } from '../../adapters/webhook/webhook-sender.ts';
import { parseWebhookUrl } from '../../adapters/webhook/webhook-url.ts';
import { openTelemetry } from '../../http/observability.ts';
import { unitNamesOf } from '../../usecases/boards/unit-names.ts';
import type { Deps } from '../../usecases/deps.ts';
import { type Environment, readEnvironment } from './environment.ts';
import { isLocal } from './is-local.ts';
import { loadCity } from './load-city.ts';
import { makeRetryIn } from './retry-in.ts';
import { makeRulesOf } from './rules-of.ts';
import { sqsDeadLetters } from './sqs-dead-letters.ts';

/** A registration made or removed elsewhere is seen by deliveries after this long. */
const registrationsKnownMs = 2_000;

/** Everything the functions need, on DynamoDB and SQS. Throws when a setting or the city's files do not fit. */
export function wire(settings: Environment = readEnvironment(process.env)) {
  const telemetry = openTelemetry();
  const city = loadCity(settings);
  const table = { documents: makeDocumentClient(), name: settings.TABLE_NAME };
  const client = makeSqsClient();
  const store = dynamoTicketStore(table);
  const effectQueue = { client, queueUrl: settings.EFFECT_QUEUE_URL };
  const boardQueue = { client, queueUrl: settings.BOARD_QUEUE_URL };
  const deadQueue = { client, queueUrl: settings.EFFECT_DLQ_URL ?? '' };
  const effects = sqsEffectQueue(effectQueue);
  const tickets: Deps = {
    store,
    wakes: sqsWakeQueue({ client, queueUrl: settings.WAKE_QUEUE_URL }),
    effects,
    clock: systemClock,
    city,
    rulesOf: makeRulesOf(store, city.rules),
    deferred: (ticketId, cause) => {
      telemetry.warn('deferred', { ticketId }, cause);
      telemetry.measure('EffectsDeferred', 1);
    },
    digest: (text) => createHash('sha256').update(text).digest('hex'),
  };
  const allowLocal = isLocal(settings.AWS_ENDPOINT_URL_SQS);
  const webhooks = dynamoWebhookStore(table);
  const sender = makeWebhookSender({
    source: `/cities/${settings.CITY}`,
    utcOffsetMs: city.rules.utcOffsetMs,
    allowLocal,
  });
  return {
    telemetry,
    tickets,
    host: {
      telemetry,
      newId: randomId,
      speed: settings.TIME_SPEED,
      monotonicMs: () => performance.now(),
    },
    boards: {
      ...tickets,
      boards: dynamoBoardStore(table),
      queue: sqsBoardQueue(boardQueue),
      newId: randomId,
      names: unitNamesOf(city.sources),
    },
    running: { city: settings.CITY, pack: settings.PACK, events: eventData },
    manage: {
      tickets,
      webhooks,
      sender,
      clock: systemClock,
      randomId,
      randomBytes,
      urlFault: (url: string) => {
        const parsed = parseWebhookUrl(url, allowLocal);
        return parsed.ok ? undefined : parsed.error.reason;
      },
      deadLetters: sqsDeadLetters(deadQueue, effectQueue),
    },
    delivery: {
      webhooks: rememberOwners(webhooks, systemClock, registrationsKnownMs),
      sender,
      effects,
      clock: systemClock,
    },
    random01,
    retryIn: makeRetryIn(effectQueue),
    comeBackIn: makeRetryIn(boardQueue),
  };
}
