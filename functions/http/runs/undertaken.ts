import { ok, type Result } from '../../core/result.ts';
import type { Undertaken } from '../../usecases/early/undertakings/undertaking-request.ts';
import type { ApiError } from '../error-code.ts';
import type { Reply } from '../reply.ts';
import { replayed } from './replayed.ts';

/** What came of a request to an undertaking, marked when the same request had been made before. */
export function undertaken<Failure extends ApiError>(
  done: Result<Undertaken, Failure>,
  show: (record: Undertaken['record']) => unknown,
  newStatus: 200 | 201 = 200,
): Result<Reply, Failure> {
  if (!done.ok) return done;
  const { record, isNew } = done.value;
  return ok({ status: isNew ? newStatus : 200, body: show(record), ...replayed(isNew) });
}
