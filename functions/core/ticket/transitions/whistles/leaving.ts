import type { Rules } from '../../../rules/rules.ts';
import type { EpochMs } from '../../../time.ts';
import type { CommandOf } from '../../command.ts';
import type { Out } from '../../out.ts';
import type { Refusal } from '../../refusal.ts';
import { standsTo } from '../../relations.ts';
import { type Summons, SummonsStatus, type Ticket } from '../../ticket.ts';
import { isOut } from '../others.ts';
import { missingOutputs } from './outputs.ts';
import { endSummons, noSummons, openSummons, outOfTurn } from './summons-of.ts';

/**
 * Lets a unit go; of a team, also every member whose task is done. Who may is the kind's to say, and where it ends with
 * all tasks done, nobody leaves before its own is (事不完、人不撤). The last to leave waits for the required outputs.
 */
export function release(
  t: Ticket,
  c: CommandOf<'release'>,
  now: EpochMs,
  rules: Rules,
  out: Out,
): Refusal | undefined {
  const summons = openSummons(t, c.unit);
  if (summons === undefined) return noSummons;
  const { path, endsWhen } = rules.whistleKinds[summons.kind]!;
  if (!mayRelease(t, summons, c.by, rules)) {
    return { code: 'NOT_IN_REMIT', rule: `${path}.release`, field: 'unitCode' };
  }
  if (endsWhen === 'allTasksDone' && summons.status !== SummonsStatus.done) {
    return { code: 'INVALID', field: 'unitCode', reason: 'its task is not done: nobody leaves before it is' };
  }
  const leaving = t.summonses.filter((one) => one === summons || isDoneMember(one, summons));
  const isEmptied = t.summonses.every(
    (one) => one.whistle !== summons.whistle || !isOut(one) || leaving.includes(one),
  );
  const missing = isEmptied ? missingOutputs(t, summons, rules) : [];
  if (missing.length > 0) return outOfTurn(`outputs are missing: ${missing.join(', ')}`);
  for (const one of leaving) {
    endSummons(t, one, now, rules, out, SummonsStatus.released, 'released', c.by);
  }
  return undefined;
}

const isDoneMember = (one: Summons, team: Summons): boolean =>
  one.team === team.unit && one.whistle === team.whistle && one.status === SummonsStatus.done;

function mayRelease(t: Ticket, summons: Summons, by: number, rules: Rules): boolean {
  return rules.whistleKinds[summons.kind]!.release.some((who) => {
    if (who === 'blower') return by === summons.blower;
    if (who === 'area') return by === t.place && standsTo.area(t, by, rules);
    return standsTo[who](t, by, rules);
  });
}

/** A supervisor closes a call that was never answered, so that the ticket can go on. */
export function failSummons(
  t: Ticket,
  c: CommandOf<'failSummons'>,
  now: EpochMs,
  rules: Rules,
  out: Out,
): Refusal | undefined {
  const summons = openSummons(t, c.unit);
  if (summons === undefined) return noSummons;
  endSummons(t, summons, now, rules, out, SummonsStatus.failed, 'summonsFailed', c.by);
  return undefined;
}
