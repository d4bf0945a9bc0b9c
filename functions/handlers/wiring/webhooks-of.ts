import { dynamoWebhookStore } from '../../adapters/dynamodb/dynamo-webhook-store.ts';
import { makeWebhookSender } from '../../adapters/webhook/webhook-sender.ts';
import { parseWebhookUrl } from '../../adapters/webhook/webhook-url.ts';
import { isLocal } from './is-local.ts';
import type { Service } from './service.ts';

/** Receivers of webhooks, and how they are reached. */
export function webhooksOf({ table, settings, city }: Service) {
  const allowLocal = isLocal(settings.AWS_ENDPOINT_URL_SQS);
  return {
    webhooks: dynamoWebhookStore(table),
    sender: makeWebhookSender({
      source: `/cities/${settings.CITY}`,
      utcOffsetMs: city.rules.utcOffsetMs,
      allowLocal,
    }),
    urlFault: (url: string) => {
      const parsed = parseWebhookUrl(url, allowLocal);
      return parsed.ok ? undefined : parsed.error.reason;
    },
  };
}
