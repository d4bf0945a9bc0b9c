import { patrolState } from '../../../core/early/patrol/patrol-state.ts';
import { monthOfPeriod } from '../../../core/early/patrol/period-key.ts';
import type { Deps } from '../../deps.ts';
import { type RoundFinding, storedSubmission } from '../../submission.ts';
import { ticketIdOf } from '../../ticket-id.ts';
import { commandUndertaking } from '../undertakings/command-undertaking.ts';
import { clockCaller } from '../undertakings/undertaking-request.ts';
import { patrolMonthId } from './patrol-id.ts';

/**
 * Takes a finding off its round again, where another finding has its key: of two that came at one instant each was counted
 * before either was taken. Nothing is changed where the one that was taken is of this very round, or where its words are
 * erased and nobody can tell.
 */
export async function unlinkRound(deps: Deps, { round, source, sourceKey }: RoundFinding): Promise<void> {
  const month = round === undefined ? undefined : monthOfPeriod(round.period);
  if (round === undefined || month === undefined) return;
  const { routeId, ...name } = round;
  const id = patrolMonthId(deps, routeId, month);
  const ticketId = ticketIdOf(deps, source, sourceKey);
  const [record, taken] = await Promise.all([
    deps.store.loadUndertaking(id),
    deps.store.loadRequest(ticketId),
  ]);
  if (record === undefined || taken?.body === undefined) return;
  const { rounds } = patrolState.parse(record.state);
  const isOf = (other: typeof name) => other.rhythm === name.rhythm && other.period === name.period;
  if (!rounds.some((one) => isOf(one) && one.findings.includes(ticketId))) return;
  const winner = storedSubmission.parse(JSON.parse(taken.body)).round;
  if (winner !== undefined && winner.routeId === routeId && isOf(winner)) return;
  const command = { type: 'unlinkFinding', ...name, ticketId } as const;
  const commandId = `unlink-${ticketId}`;
  await commandUndertaking(deps, { kind: 'patrol', id, command, commandId, caller: clockCaller });
}
