import { minuteMs, secondMs } from '../../../functions/core/time.ts';
import type { HttpEvent, HttpResult } from '../../../functions/http/request/http-event.ts';
import type { HttpFunction } from '../functions/service.ts';
import { privateText } from '../workload/private-words.ts';
import type { Bug } from './bug.ts';

type Claims = Readonly<Record<string, unknown>>;

/** The event with other claims in its token. */
const withClaims = (event: HttpEvent, change: (claims: Claims) => Claims): HttpEvent => {
  const { requestContext } = event;
  const claims = change(requestContext.authorizer?.jwt?.claims ?? {});
  return { ...event, requestContext: { ...requestContext, authorizer: { jwt: { claims } } } };
};

const answering =
  (change: (result: HttpResult) => HttpResult) =>
  (serve: HttpFunction): HttpFunction =>
  async (event) =>
    change(await serve(event));

/** Mistakes between the service and its clients. */
export const functionBugs: readonly Bug[] = [
  {
    name: 'key-dropped',
    what: 'the gateway drops the Idempotency-Key',
    checkers: ['commands-once', 'promises-once', 'undertakings-lived'],
    http: (serve) => (event) => {
      const { 'idempotency-key': _, ...headers } = event.headers;
      return serve({ ...event, headers });
    },
  },
  {
    name: 'no-for-maybe',
    what: 'a failure on the way is answered as a refusal',
    checkers: ['commands-once', 'requests-kept'],
    http: answering((result) => (result.statusCode === 503 ? { ...result, statusCode: 409 } : result)),
  },
  {
    name: 'yes-for-maybe',
    what: 'a failure on the way is answered as done',
    checkers: ['commands-once', 'requests-kept', 'answers-hold'],
    http: answering((result) => (result.statusCode === 503 ? { ...result, statusCode: 200 } : result)),
  },
  {
    name: 'answers-of-the-past',
    what: 'an answer shows a status the ticket no longer has',
    checkers: ['answers-hold'],
    http: answering((result) => ({
      ...result,
      ...(result.body === undefined
        ? {}
        : { body: result.body.replace('"status":"signed"', '"status":"dispatched"') }),
    })),
  },
  {
    name: 'staff-as-platform',
    what: 'a token of a unit is taken for the platform’s where it asks of a ticket',
    checkers: ['rights-held'],
    http: (serve) => (event) =>
      event.rawPath.startsWith('/tickets/')
        ? serve(withClaims(event, ({ unit: _, ...claims }) => ({ ...claims, role: 'platform' })))
        : serve(event),
  },
  {
    name: 'id-of-the-instance',
    what: 'a ticket’s id depends on the instance that makes it',
    checkers: ['requests-kept'],
    instance: (ports) => ({
      ...ports,
      digest: (text) => ports.digest(text.startsWith('hotline-12345') ? `${ports.process.id} ${text}` : text),
    }),
  },
  {
    name: 'clock-ahead',
    what: 'the clock of one function is ten minutes ahead',
    checkers: ['never-early'],
    instance: (ports) =>
      ports.process.id.startsWith('wake')
        ? { ...ports, clock: { now: () => ports.clock.now() + 10 * minuteMs } }
        : ports,
  },
  {
    name: 'wakes-unsent',
    what: 'the wake queue is never sent to',
    checkers: ['never-late'],
    instance: (ports) => ({
      ...ports,
      queues: { ...ports.queues, wakes: { send: async () => [] } },
    }),
  },
  {
    name: 'cleared-before-sent',
    what: 'the outbox is cleared before the send',
    checkers: ['effects-owed'],
    instance: (ports, agenda) => ({
      ...ports,
      queues: {
        ...ports.queues,
        effects: {
          send: async (effects) => {
            agenda.in(secondMs, () => void ports.queues.effects.send(effects));
            return [];
          },
        },
      },
    }),
  },
  {
    name: 'unsent-unheard',
    what: 'what the effect queue refuses is taken as sent',
    checkers: ['effects-owed'],
    instance: (ports) => ({
      ...ports,
      queues: {
        ...ports.queues,
        effects: {
          send: async (effects) => {
            await ports.queues.effects.send(effects);
            return [];
          },
        },
      },
    }),
  },
  {
    name: 'effect-restamped',
    what: 'a message tells another time than the one it was owed at',
    checkers: ['effects-owed'],
    instance: (ports) => ({
      ...ports,
      queues: {
        ...ports.queues,
        effects: {
          send: (effects) => ports.queues.effects.send(effects.map((one) => ({ ...one, at: one.at + 1 }))),
        },
      },
    }),
  },
  {
    name: 'words-in-messages',
    what: 'a message carries what the citizen said',
    checkers: ['private-kept'],
    instance: (ports) => ({
      ...ports,
      queues: {
        ...ports.queues,
        effects: {
          send: (effects) =>
            ports.queues.effects.send(effects.map((one) => ({ ...one, correlationId: privateText(1) }))),
        },
      },
    }),
  },
  {
    name: 'old-code-reads-on',
    what: 'old code reads what newer code has written',
    checkers: ['formats-kept'],
    formats: (formats) => {
      formats.refuses = false;
      return formats;
    },
  },
];
