import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { handler as boards } from '../../functions/handlers/boards.ts';
import { handler as command } from '../../functions/handlers/command.ts';
import { handler as early } from '../../functions/handlers/early.ts';
import { handler as intake } from '../../functions/handlers/intake.ts';
import { handler as manage } from '../../functions/handlers/manage.ts';
import { handler as read } from '../../functions/handlers/read.ts';
import type { HttpResult } from '../../functions/http/request/http-event.ts';
import type { OperationId } from '../../functions/http/routes.ts';
import { eventFor, lambdaContext } from '../http/support/http-event.ts';
import { testRoles } from '../http/support/roles.ts';

/** Nobody listens there: the table is down. */
const nowhere = 'http://127.0.0.1:9';
const variables = {
  TABLE_NAME: 'tickets',
  WAKE_QUEUE_URL: `${nowhere}/1/wake`,
  EFFECT_QUEUE_URL: `${nowhere}/1/effects`,
  BOARD_QUEUE_URL: `${nowhere}/1/boards`,
  AWS_ENDPOINT_URL_DYNAMODB: nowhere,
  AWS_ENDPOINT_URL_SQS: nowhere,
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
  CITY: 'fangshan',
  PACK: 'beijing-2023',
  TIME_SPEED: '1',
  POWERTOOLS_LOG_LEVEL: 'SILENT',
  POWERTOOLS_METRICS_DISABLED: 'true',
  POWERTOOLS_METRICS_NAMESPACE: 'CityWhistle/test',
};

beforeAll(() => {
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
});
afterAll(() => {
  vi.unstubAllEnvs();
});

type Handler = (event: ReturnType<typeof eventFor>, context: typeof lambdaContext) => Promise<unknown>;

const functions = [
  ['intake', intake, 'submitTicket'],
  ['command', command, 'sign'],
  ['read', read, 'readTicket'],
  ['manage', manage, 'listWebhooks'],
  ['boards', boards, 'listBoards'],
  ['early', early, 'listUndertakings'],
] as const satisfies readonly (readonly [string, unknown, OperationId])[];

describe('a function whose table is down when it starts', () => {
  it.each(functions)(
    '%s tells clients to come back, in the words of every other answer',
    async (_, handler, operationId) => {
      const event = eventFor(operationId, { role: testRoles.platform, path: { ticketId: '0'.repeat(32) } });

      const answer = (await (handler as unknown as Handler)(event, lambdaContext)) as HttpResult;

      expect([answer.statusCode, JSON.parse(answer.body ?? '').code]).toEqual([503, 'BUSY']);
      expect(answer.headers).toMatchObject({
        'content-type': 'application/problem+json',
        'retry-after': expect.any(String),
        'x-correlation-id': expect.any(String),
      });
    },
  );
});
