import type { Rules } from '../../../rules/rules.ts';
import { unitOver } from '../../../rules/unit-table.ts';
import { type EpochMs, NEVER } from '../../../time.ts';
import { Actor } from '../../actor.ts';
import { type Out, owe, record } from '../../out.ts';
import { type Summons, SummonsStatus, type Ticket } from '../../ticket.ts';
import { inChargeOf } from '../others.ts';
import { passBySelf } from './passing-on.ts';
import { tell } from './summons-of.ts';

/** What was promised of a summons for `at` comes due: nobody passed it on, came, or ruled. */
export function keepSummons(t: Ticket, summons: Summons, at: EpochMs, rules: Rules, out: Out): void {
  const { city } = rules.units;
  if (summons.status === SummonsStatus.routed) passBySelf(t, summons, at, rules, out);
  else if (summons.status === SummonsStatus.contested) {
    summons.dueBy = NEVER;
    const judge = inChargeOf(t, rules, summons);
    record(t, out, at, 'rulingOverdue', Actor.clock, 'dispute.arbitrationLimit', judge);
    tell(t, out, at, 'notice', 'rulingOverdue', judge, city);
  } else if (summons.late) {
    summons.missed = true;
    summons.dueBy = NEVER;
    const { path } = rules.whistleKinds[summons.kind]!;
    record(t, out, at, 'arrivalMissed', Actor.clock, `${path}.missedAfter`, summons.unit);
    tell(t, out, at, 'notice', 'arrivalMissed', city, summons.blower);
  } else late(t, summons, at, rules, out);
}

function late(t: Ticket, summons: Summons, at: EpochMs, rules: Rules, out: Out): void {
  const { rule, missedAfterMs } = rules.whistleKinds[summons.kind]!;
  summons.late = true;
  summons.dueBy = at + missedAfterMs;
  record(t, out, at, 'arrivalOverdue', Actor.clock, rule, summons.unit);
  owe(t, out, at, 'notice', summons.unit, 'arrivalOverdue');
  owe(t, out, at, 'notice', summons.blower, 'arrivalOverdue');
  const over = unitOver(rules.units, summons.unit);
  if (over !== summons.unit && over !== summons.blower) owe(t, out, at, 'notice', over, 'arrivalOverdue');
}
