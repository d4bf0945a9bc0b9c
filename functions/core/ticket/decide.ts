import type { Rules } from '../rules/rules.ts';
import type { EpochMs } from '../time.ts';
import type { Command, CommandOf, CommandType } from './command.ts';
import { acceptedOf, commandTable } from './command-table.ts';
import { keepPromise } from './keep-promise.ts';
import { commandEntriesMax, promisesMax } from './limits.ts';
import type { Out } from './out.ts';
import { nextOwnPromiseAt, nextPromiseAt } from './promises.ts';
import type { Refusal } from './refusal.ts';
import { statusNames } from './status.ts';
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
  advance(t, now, rules, out);
  const { type } = command;
  if ((acceptMask[type] & (1 << t.status)) === 0) {
    const status = statusNames[t.status]!;
    return { code: 'NOT_ACCEPTED', status, accepted: acceptedOf(status, t.whistles) };
  }
  if (t.entries >= commandEntriesMax && !leadsOn.has(type)) {
    return { code: 'CAPACITY', what: 'history', max: commandEntriesMax };
  }
  const refusal = apply(t, command, now, rules, out);
  t.nextAt = nextPromiseAt(t);
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
    t.nextAt = nextPromiseAt(t);
  }
}

/** The statuses that accept each command, as bits: the table's `from`, ready for the hot path. */
const acceptMask = Object.fromEntries(
  Object.entries(commandTable).map(([type, { from }]) => [
    type,
    from.reduce((mask, status) => mask | (1 << statusNames.indexOf(status)), 0),
  ]),
) as Record<CommandType, number>;

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

function apply(t: Ticket, command: Command, now: EpochMs, rules: Rules, out: Out): Refusal | undefined {
  const transition = commandTable[command.type];
  return transition.apply(t, command as CommandOf<never>, now, rules, out);
}
