import type * as z from 'zod';
import type { Result } from '../core/result.ts';
import type { Caller } from '../usecases/caller.ts';
import type { contracts } from './contracts/contracts.ts';
import type { ApiError } from './error-code.ts';
import type { Reply } from './reply.ts';
import type { Exchange } from './request/exchange.ts';
import type { OperationId, OperationOf, Route } from './routes.ts';

type Contracts = typeof contracts;

/** A contract, or how it is had with the first request that needs it. */
type Had<One> = One | (() => Promise<One>);

/** The contracts of one function: it brings no others along. */
export type ContractsOf<Handler extends Route['handler']> = {
  readonly [Id in OperationOf<Handler>]: Had<Contracts[Id]>;
};

type Part<Id extends OperationId, Name extends 'path' | 'query' | 'body'> = Contracts[Id] extends {
  readonly [Key in Name]: infer Schema extends z.ZodType;
}
  ? z.output<Schema>
  : undefined;

/** A request after every check that needs no ticket: parsed parts, who asks, and the id it is remembered by. */
export interface Input<Id extends OperationId = OperationId> {
  readonly path: Part<Id, 'path'>;
  readonly query: Part<Id, 'query'>;
  readonly body: Part<Id, 'body'>;
  readonly caller: Caller;
  readonly commandId: string;
  readonly exchange: Exchange;
}

/** What an operation does: one use case, and how its result is answered. */
export type Run<Id extends OperationId> = (input: Input<Id>) => Promise<Result<Reply, ApiError>>;

/** What one function does. An operation routed to it without a run does not compile. */
export type Runs<Handler extends Route['handler']> = { readonly [Id in OperationOf<Handler>]: Run<Id> };
