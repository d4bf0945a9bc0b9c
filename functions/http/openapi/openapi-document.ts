import type * as z from 'zod';
import { eventMessages } from '../../messages/event-messages.ts';
import type { Text } from '../../messages/text.ts';
import { undertakingEventMessages } from '../../messages/undertaking-event-messages.ts';
import { bodyBytesMax } from '../request/read-json-body.ts';
import { routes } from '../routes.ts';
import { scopes } from '../scopes.ts';
import { describeSchemas, inline } from './components.ts';
import { describeOperation } from './operation.ts';

const kib = bodyBytesMax / 1024;

const description = `城市哨声：12345 热线接诉即办的规则接口。错误为 application/problem+json（RFC 9457），以 \`code\` 区分；时刻为带时区的 RFC 3339。网关自身的应答（401、403、404、429、503）为网关的格式 \`{"message"}\`。请求体最多 ${kib} KiB，批量导入也是如此。工单的 \`accepts\` 是当前状态可接受的操作，即其 operationId。

The rules of a city hotline over HTTP. Errors are application/problem+json (RFC 9457), told apart by \`code\`; instants are RFC 3339 with an offset. Answers the gateway itself gives (401, 403, 404, 429, 503) keep the gateway's body, \`{"message"}\`. A request body has at most ${kib} KiB, imports included. A ticket's \`accepts\` names what its status takes, by operationId.`;

const header = (text: string, schema: object) => ({ description: text, schema });

const parameter = (name: string, text: string, schema: object) => ({
  name,
  in: 'header',
  required: false,
  description: text,
  schema,
});

const components = {
  securitySchemes: {
    token: {
      type: 'http',
      scheme: 'bearer',
      bearerFormat: 'JWT',
      description: [
        'OpenID Connect token; scopes:',
        ...Object.entries(scopes).map(([scope, { zh, en }]) => `- \`${scope}\`: ${zh} / ${en}`),
      ].join('\n'),
    },
  },
  parameters: {
    AcceptLanguage: parameter('Accept-Language', 'zh（默认）或 en / zh (default) or en', {
      type: 'string',
      examples: ['en'],
    }),
    CorrelationId: parameter('X-Correlation-Id', '跟踪号，原样返回 / echoed and logged', {
      type: 'string',
      pattern: '^(?=.*[A-Za-z])[A-Za-z0-9._:-]{8,128}$',
    }),
    IdempotencyKey: parameter('Idempotency-Key', '同一键只办一次 / the same key is carried out once', {
      type: 'string',
      pattern: '^[\\x21-\\x7e]{1,200}$',
    }),
  },
  headers: {
    CorrelationId: header('跟踪号 / names the request in the logs', { type: 'string' }),
    IdempotentReplayed: header('此前已办 / the command was carried out before', { const: 'true' }),
  },
};

/**
 * The OpenAPI 3.1 description of the API, from the route table and the very schemas requests are checked by.
 *
 * @param events the data of each webhook event, by CloudEvents type
 */
export function openApiDocument(
  events: Readonly<Record<string, z.ZodType>>,
): Readonly<Record<string, unknown>> {
  const { schemas, refOf } = describeSchemas();
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const method = route.method.toLowerCase();
    paths[route.path] = { ...paths[route.path], [method]: describeOperation(route, refOf) };
  }
  return {
    openapi: '3.1.1',
    info: { title: 'CityWhistle 城市哨声', version: '1.0.0', description },
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    paths,
    webhooks: Object.fromEntries(Object.entries(events).map(([type, data]) => [type, webhook(type, data)])),
    components: { ...components, schemas },
  };
}

/** A webhook as a receiver gets it: Standard Webhooks headers, a CloudEvents body. */
function webhook(type: string, data: z.ZodType) {
  const text = { type: 'string' };
  const properties = {
    specversion: { const: '1.0' },
    id: text,
    source: text,
    type: { const: type },
    time: { type: 'string', format: 'date-time' },
    subject: text,
    datacontenttype: { const: 'application/json' },
    data: inline(data),
  };
  const words = wordsOf(type).map(([event, { zh, en }]) => `\`${event}\` ${zh} / ${en}`);
  return {
    post: {
      operationId: type,
      summary: 'Standard Webhooks (webhook-id, webhook-timestamp, webhook-signature), CloudEvents 1.0',
      description: `事项 / what happened: ${words.join('; ')}`,
      requestBody: {
        required: true,
        content: {
          'application/cloudevents+json': {
            schema: { type: 'object', properties, required: Object.keys(properties) },
          },
        },
      },
      responses: { '2XX': { description: 'taken' }, '410': { description: 'gone: nothing more is sent' } },
    },
  };
}

/** What can have happened, for an event of tickets or of undertakings. */
function wordsOf(type: string): readonly (readonly [string, Text])[] {
  if (!type.startsWith('cn.citywhistle.undertaking.')) return Object.entries(eventMessages);
  return Object.entries(undertakingEventMessages).flatMap(([kind, messages]) =>
    Object.entries(messages).map(([event, text]) => [`${kind}.${event}`, text] as const),
  );
}
