import middy from '@middy/core';
import type { Result } from '../core/result.ts';
import type { Contract } from './contracts/contract.ts';
import type { ApiError } from './error-code.ts';
import { findRoute } from './find-route.ts';
import { manners } from './manners.ts';
import { type Answered, type HttpHost, observe } from './observe.ts';
import { type Reply, writeProblem, writeReply } from './reply.ts';
import { type Exchange, readExchange } from './request/exchange.ts';
import type { HttpEvent } from './request/http-event.ts';
import { readInput } from './request/read-input.ts';
import type { Route } from './routes.ts';
import type { ContractsOf, Input, Runs } from './run.ts';

/** Time kept back before the function's own timeout, to answer 503 rather than to be cut off. */
const timeoutEarlyMs = 500;

type AnyRun = (input: Input) => Promise<Result<Reply, ApiError>>;

interface Operations {
  readonly runs: ReadonlyMap<string, AnyRun>;
  readonly contracts: ReadonlyMap<string, Contract | (() => Promise<Contract>)>;
}

/**
 * A function behind the HTTP API: finds the operation, checks the request against its contract, runs its one use case
 * and writes the result. Whatever a client sends, the answer is a reply or a problem document.
 */
export function makeApi<Handler extends Route['handler']>(
  host: HttpHost,
  runs: Runs<Handler>,
  contracts: ContractsOf<Handler>,
) {
  const operations: Operations = {
    runs: new Map(Object.entries(runs)) as ReadonlyMap<string, AnyRun>,
    contracts: new Map(Object.entries(contracts)) as Operations['contracts'],
  };
  return middy({ timeoutEarlyInMillis: timeoutEarlyMs })
    .use(manners(host))
    .use(observe(host))
    .handler((event: HttpEvent) => answer(event, operations, host));
}

async function answer(
  event: HttpEvent,
  { runs, contracts }: Operations,
  { newId }: HttpHost,
): Promise<Answered> {
  const exchange = readExchange(event);
  const match = findRoute(event);
  if (!match.ok) return refuse(match.error, exchange);
  const { operationId } = match.value.route;
  const run = runs.get(operationId);
  const had = contracts.get(operationId);
  if (run === undefined || had === undefined) return refuse({ code: 'NO_SUCH_ROUTE' }, exchange);
  const contract = typeof had === 'function' ? await had() : had;
  const input = readInput({ event, contract, match: match.value, exchange, newId });
  if (!input.ok) return refuse(input.error, exchange, { operationId });
  const { path } = input.value;
  const facts = { operationId, ...(path !== undefined && 'ticketId' in path ? path : {}) };
  const result = await run(input.value);
  if (!result.ok) return refuse(result.error, exchange, facts);
  const { ticketId } = result.value;
  return { result: writeReply(result.value), ...facts, ...(ticketId === undefined ? {} : { ticketId }) };
}

async function refuse(
  error: ApiError,
  exchange: Exchange,
  facts: Omit<Answered, 'result'> = {},
): Promise<Answered> {
  return { ...facts, result: await writeProblem(error, exchange), code: error.code };
}
