import type { ApiAnswer, Ask } from './api-client.ts';

/** What a smoke test is given: whom to speak for, and a request that the city takes. */
export interface SmokeOptions {
  readonly ask: Ask;
  /** A token of the hotline platform. */
  readonly platformToken: string;
  /** A token that speaks for a unit. */
  tokenOfUnit(unit: string): Promise<string>;
  readonly request: Readonly<Record<string, unknown>>;
  /** Makes the request one of its own. */
  readonly sourceKey: string;
  now(): number;
  say(line: string): void;
}

/** A step did not end as it must; its message says which, and what came instead. */
export class SmokeFailure extends Error {}

/**
 * Proves a deployment from outside: a request comes in once, is read back, has a clock running, is signed by its unit and
 * withdrawn; and nobody gets in without a token. Throws `SmokeFailure` at the first step that fails.
 */
export async function runSmoke(options: SmokeOptions): Promise<void> {
  const { ask, platformToken, sourceKey, say } = options;
  const health = must('GET /health', await ask('GET', '/health'), 200);
  say(`running: ${text(health.city)} under ${text(health.pack)}, rules ${text(health.rulesHash)}`);

  const stranger = await ask('GET', '/counts');
  must('GET /counts without a token', stranger, 401);
  say('closed: 401 without a token');

  const body = { ...options.request, sourceKey };
  const submitted = must('POST /tickets', await ask('POST', '/tickets', { token: platformToken, body }), 201);
  const path = `/tickets/${text(submitted.ticketId)}`;
  const again = must(
    'POST /tickets again',
    await ask('POST', '/tickets', { token: platformToken, body }),
    200,
  );
  if (again.ticketId !== submitted.ticketId)
    throw new SmokeFailure('the same source key made a second ticket');
  say(`posted twice, one ticket: ${text(submitted.ticketId)}`);

  const read = must(`GET ${path}`, await ask('GET', path, { token: platformToken }), 200);
  const ticket = read.ticket as Readonly<Record<string, unknown>>;
  const unit = text(ticket.leadUnit);
  if (ticket.leadUnit === undefined)
    throw new SmokeFailure(
      `the ticket is ${text(ticket.status)} and has no lead unit: give a request that the city dispatches`,
    );
  say(`read back: ${text(ticket.status)}, led by ${unit}`);

  const actBy = Date.parse(text(ticket.actBy));
  if (!(actBy > options.now() - 3_600_000) || ticket.dueAt === undefined)
    throw new SmokeFailure(`no clock runs: actBy ${text(ticket.actBy)}, dueAt ${text(ticket.dueAt)}`);
  say(`clock runs: to be acted on by ${text(ticket.actBy)}, due ${text(ticket.dueAt)}`);

  const token = await options.tokenOfUnit(unit);
  const key = `${sourceKey}-sign`;
  const signed = must(`POST ${path}/sign`, await ask('POST', `${path}/sign`, { token, body: {}, key }), 200);
  if (signed.status !== 'signed') throw new SmokeFailure(`signing left the ticket ${text(signed.status)}`);
  say('signed by its unit');

  const gone = must(
    `POST ${path}/withdraw`,
    await ask('POST', `${path}/withdraw`, { token: platformToken, body: {}, key: `${sourceKey}-withdraw` }),
    200,
  );
  if (gone.statusType !== 'closed')
    throw new SmokeFailure(`withdrawing left the ticket ${text(gone.status)}`);
  say('withdrawn: nothing is left to do');
}

/** The body of an answer with the status that was to come. */
function must(step: string, { status, body }: ApiAnswer, wanted: number): ApiAnswer['body'] {
  if (status === wanted) return body;
  const hint =
    status === 401 || status === 403
      ? ' (does the token come from the issuer of this deployment, with the scopes of its role?)'
      : '';
  throw new SmokeFailure(
    `${step}: ${status} instead of ${wanted}${hint}: ${JSON.stringify(body).slice(0, 600)}`,
  );
}

const text = (value: unknown): string => (typeof value === 'string' ? value : String(value));
