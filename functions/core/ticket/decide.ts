import type { Rules } from '../rules/rules.ts';
import type { EpochMs } from '../time.ts';
import type { Command, CommandOf, CommandType } from './command.ts';
import { acceptedOf, commandTable, commandTypes } from './command-table.ts';
import { keepPromise } from './keep-promise.ts';
import { commandEntriesMax, promisesMax } from './limits.ts';
import type { Out } from './out.ts';
import { aimNext, nextOwnPromiseAt } from './promises.ts';
import type { Refusal } from './refusal.ts';
import { Status, type StatusName, statusNames } from './status.ts';
import type { Ticket } from './ticket.ts';

/**
 * What `command` does to `ticket` at `now` (epoch ms) under its own `rules`. Changes `ticket` in place and puts history
 * and effects into `out`. First every promise before `now` is kept, oldest first and stamped with its own time, so a late
 * message changes no outcome. A refusal changes nothing else; what the promises did stands.
 *
 * `now` may not lie before the ticket's last entry: hosts pass `max(clock, ticket.lastAt)`.
 */
export function decide(
  t: Ticket,
  command: Command,
  now: EpochMs,
  rules: Rules,
  out: Out,
): Refusal | undefined {
  return take(t, stepOf(command.type), command, now, rules, out);
}

/** As {@link decide}, for a host that asks the same of one ticket after the other: `step` is what `stepOf` says of the command. */
export function take(
  t: Ticket,
  step: Step,
  command: Command,
  now: EpochMs,
  rules: Rules,
  out: Out,
): Refusal | undefined {
  advance(t, now, rules, out);
  if ((step.acceptMask & (1 << t.status)) === 0) {
    const status = statusNames[t.status]!;
    return { code: 'NOT_ACCEPTED', status, accepted: acceptedOf(status, t.whistles) };
  }
  if (t.entries >= commandEntriesMax && !step.leadsOn) {
    return { code: 'CAPACITY', what: 'history', max: commandEntriesMax };
  }
  const refusal = step.apply(t, command as CommandOf<never>, now, rules, out);
  aimNext(t);
  return refusal;
}

/**
 * Keeps every promise before `now`. The check of an elder ticket needs that ticket: it is left over, and the host
 * answers it with `elderSeen`.
 */
export function advance(t: Ticket, now: EpochMs, rules: Rules, out: Out): void {
  for (let kept = 0; t.nextAt < now; kept += 1) {
    if (kept > promisesMax) throw new Error(`a ticket kept more than ${promisesMax} promises at once`);
    const at = t.nextAt === t.elderCheckAt ? nextOwnPromiseAt(t) : t.nextAt;
    if (at >= now) return;
    keepPromise(t, at, rules, out);
    aimNext(t);
  }
}

/** What brings a ticket nearer to its end. Taken however long the history is: each can only happen so often. */
const leadsOn: ReadonlySet<CommandType> = new Set<CommandType>([
  'triage',
  'sign',
  'arbitrate',
  'resume',
  'passOn',
  'declineSummons',
  'ruleOnSummons',
  'arrive',
  'finishTask',
  'fileOutput',
  'release',
  'failSummons',
  'answer',
  'answerOnTheSpot',
  'recordCallback',
  'close',
  'withdraw',
  'refuseAsOutOfRemit',
  'elderSeen',
]);

/** What deciding needs of a command. */
export interface Step {
  /** The statuses that accept it, as bits. */
  readonly acceptMask: number;
  readonly leadsOn: boolean;
  readonly apply: (
    t: Ticket,
    command: CommandOf<never>,
    now: EpochMs,
    rules: Rules,
    out: Out,
  ) => Refusal | undefined;
}

const steps: ReadonlyMap<CommandType, Step> = new Map(
  commandTypes.map((type) => {
    const { from, apply } = commandTable[type];
    const acceptMask = (from as readonly StatusName[]).reduce((mask, name) => mask | (1 << Status[name]), 0);
    return [type, { acceptMask, leadsOn: leadsOn.has(type), apply }];
  }),
);

/** Looking a command up by its name takes as long as a short decision: who asks one often does so once. */
export const stepOf = (type: CommandType): Step => steps.get(type)!;
