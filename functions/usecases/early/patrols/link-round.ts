import type * as z from 'zod';
import { monthAfter } from '../../../core/calendar/months.ts';
import { monthOfPeriod } from '../../../core/early/patrol/period-key.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import type { Caller } from '../../caller.ts';
import type { Deps } from '../../deps.ts';
import type { SubmitError } from '../../errors.ts';
import { readSubmission } from '../../read-submission.ts';
import type { findingRound, RoundFinding } from '../../submission.ts';
import { ticketIdOf } from '../../ticket-id.ts';
import type { UndertakingError } from '../undertakings/undertaking-request.ts';
import { commandRound } from './command-route.ts';
import { patrolMonthId } from './patrol-id.ts';
import { unlinkRound } from './unlink-round.ts';

export type LinkError = Exclude<UndertakingError, { readonly code: 'NOT_FOUND' | 'CONFLICT' }>;

/**
 * Counts a finding with the round it is of, before it becomes a ticket: a retry after a crash in between finds it counted and
 * makes the ticket, also when the time of the round is over by then. A finding the rules cannot take is not counted, nor one
 * whose key has come with another body.
 */
export async function linkRound(
  deps: Deps,
  finding: RoundFinding,
  caller: Caller,
): Promise<Result<undefined, SubmitError | LinkError>> {
  const { round, ...body } = finding;
  if (round === undefined) return ok(undefined);
  const readable = readSubmission(body, deps.city, deps.clock.now(), false);
  if (!readable.ok) return readable;
  const ticketId = ticketIdOf(deps, body.source, body.sourceKey);
  const there = await deps.store.loadRequest(ticketId);
  if (there !== undefined && there.digest !== deps.digest(JSON.stringify(finding))) {
    // A crash may have left it counted when it lost its key.
    await unlinkRound(deps, finding);
    return err({ code: 'CONFLICT', ticketId });
  }
  const { routeId, ...name } = round;
  const commandId = `finding-${ticketId}`;
  if (there === undefined && (await isLinkedBeside(deps, round, commandId)))
    return err({ code: 'CONFLICT', ticketId });
  const command = { type: 'linkFinding', ...name, ticketId } as const;
  const linked = await commandRound(deps, routeId, command, { commandId, caller });
  if (linked.ok) return ok(undefined);
  switch (linked.error.code) {
    case 'NOT_FOUND':
      return err({ code: 'INVALID', field: 'round.routeId', reason: 'there is no such route then' });
    case 'CONFLICT':
      return err({ code: 'CONFLICT', ticketId });
    case 'INVALID':
      return err({ ...linked.error, field: `round.${linked.error.field}` });
    default:
      return err(linked.error);
  }
}

/**
 * Whether the finding counts in a round of the month before or after already: a week may be made in two months, and the
 * month itself knows only its own rounds.
 */
async function isLinkedBeside(
  deps: Deps,
  { routeId, period }: z.infer<typeof findingRound>,
  commandId: string,
): Promise<boolean> {
  const month = monthOfPeriod(period);
  if (month === undefined) return false;
  const beside = await Promise.all(
    [-1, 1].map((count) =>
      deps.store.loadUndertaking(patrolMonthId(deps, routeId, monthAfter(month, count))),
    ),
  );
  return beside.some((record) => record?.history.some((entry) => entry.commandId === commandId));
}
