import { ok, type Result } from '../../core/result.ts';
import type { Deps } from '../../usecases/deps.ts';
import { type ImportedRow, importBacklog } from '../../usecases/import-backlog.ts';
import { submitFinding } from '../../usecases/submit-finding.ts';
import { type Submitted, submitTicket } from '../../usecases/submit-ticket.ts';
import { showRepeats } from '../contracts/repeat-views.ts';
import type { ApiError } from '../error-code.ts';
import type { Telemetry } from '../observability.ts';
import type { Reply } from '../reply.ts';
import type { Exchange } from '../request/exchange.ts';
import type { Runs } from '../run.ts';

/** Requests coming in, one by one and as a backlog. */
export const intakeRuns = (deps: Deps, telemetry: Telemetry): Runs<'intake'> => ({
  submitTicket: async ({ body, caller }) => taken(await submitTicket(deps, body, caller), deps, telemetry),
  submitFinding: async ({ body, caller }) => taken(await submitFinding(deps, body, caller), deps, telemetry),
  importBacklog: async ({ body, caller, exchange }) => {
    const results = await importBacklog(deps, body.tickets, caller);
    telemetry.measure('TicketsSubmitted', results.filter((row) => row.ok && row.value.isNew).length);
    const rows = await Promise.all(
      results.map(async (row, n) => ({
        sourceKey: body.tickets[n]?.sourceKey,
        ...(await showImported(row, exchange)),
      })),
    );
    return ok({ status: 200, body: { results: rows } });
  },
});

function taken<Failure extends ApiError>(
  submitted: Result<Submitted, Failure>,
  { city }: Deps,
  telemetry: Telemetry,
): Result<Reply, Failure> {
  if (!submitted.ok) return submitted;
  const { view, isNew, repeats } = submitted.value;
  if (isNew) telemetry.measure('TicketsSubmitted', 1);
  if (isNew && repeats === undefined) telemetry.measure('RepeatsNotLookedUp', 1);
  const body = { ...view, ...showRepeats(repeats, city.rules.utcOffsetMs) };
  const headers = { location: `/tickets/${view.ticketId}` };
  return ok({ status: isNew ? 201 : 200, body, headers, ticketId: view.ticketId });
}

async function showImported(row: ImportedRow, { language, path }: Exchange) {
  if (row.ok) return { status: row.value.isNew ? 201 : 200, ticketId: row.value.view.ticketId };
  const { toProblem } = await import('../problem.ts');
  const problem = toProblem(row.error, language, path);
  return { status: problem.status, problem };
}
