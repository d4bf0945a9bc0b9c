import type { Telemetry } from '../../../functions/http/observability.ts';
import { exception } from '../../../functions/http/observability.ts';
import { causesOf } from '../../../functions/http/thrown.ts';
import { NewerFormat } from '../../../functions/ports/newer-format.ts';
import { Injected } from '../engine/injected.ts';
import type { FactBook } from './fact-book.ts';

/** Failures that the service has words for: a message comes back, a job is sent again. */
const expected = [/^NotDelivered /, /written by others at each attempt/, /could not be sent$/];

/** Collects what the service says, and every exception that no fault of the world explains. */
export function listeningTelemetry(book: FactBook): Telemetry {
  const said = (facts: object, cause?: unknown) => {
    book.emitted.push(JSON.stringify({ ...facts, ...exception(cause) }));
  };
  return {
    info: (_, facts) => said(facts),
    warn: (_, facts, cause) => {
      said(facts, cause);
      if (cause !== undefined) unlessExplained(book, cause);
    },
    error: (_, facts, cause) => {
      said(facts, cause);
      unlessExplained(book, cause);
    },
    measure: () => undefined,
    flush: () => undefined,
  };
}

/** Notes an exception unless the world itself, or the service with a reason, has thrown it. */
export function unlessExplained(book: FactBook, cause: unknown): void {
  const isExplained = causesOf(cause).some(
    (error) =>
      error instanceof Injected ||
      error instanceof NewerFormat ||
      expected.some((pattern) => pattern.test(error.name) || pattern.test(error.message)),
  );
  if (!isExplained)
    book.unexplained.push(cause instanceof Error ? (cause.stack ?? cause.message) : String(cause));
}
