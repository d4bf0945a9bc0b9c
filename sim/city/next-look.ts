import { rungTime } from '../../functions/core/ticket/clock.ts';
import { Status } from '../../functions/core/ticket/status.ts';
import type { Ticket } from '../../functions/core/ticket/ticket.ts';
import { type EpochMs, NEVER } from '../../functions/core/time.ts';
import type { City } from './city.ts';
import { Live, LiveFlag, liveWidth, Stage } from './live-tickets.ts';
import { Luck, luckOf } from './luck.ts';

/**
 * The next promise for which somebody must look at the ticket before the step planned. The rules keep every promise with
 * its own time at the next command, whenever that comes, so most need no event: only the deadline, which is counted as
 * open and overdue, and a warning at which the lead asks for more time. A trace is told of each as it comes due.
 */
export function nextLookAt(city: City, row: number, t: Ticket, stage: Stage): EpochMs {
  if (stage === Stage.call) return NEVER;
  if (!isQuiet(stage) || city.sink !== undefined || !isNoted(city, row, t)) return t.nextAt;
  if (t.rungAt === NEVER) return NEVER;
  const { ladder } = city.rules;
  if (mayAsk(city, row, t)) {
    const { askRung } = city.params;
    return t.rung > askRung ? t.nextAt : Math.max(t.rungAt, rungTime(t, city.rules, askRung));
  }
  return t.rung > ladder.deadline ? NEVER : Math.max(t.rungAt, t.dueAt);
}

/** In these stages people go on as planned whatever falls due but what `nextLookAt` names. */
export const isQuiet = (stage: number): boolean => stage <= Stage.outside && stage !== Stage.summoned;

/** Stages in which whatever falls due can be looked at later, with its own instant, before the step that is planned. */
export const isLookedAfter = (stage: number): boolean => isQuiet(stage) || stage === Stage.call;

/** Whether the lead will ask for more time once the ladder has come to `askRung`. */
function mayAsk({ live, params, rules }: City, row: number, t: Ticket): boolean {
  const at = row * liveWidth;
  return (
    params.askRung >= 0 &&
    (live.words[at + Live.flags]! & LiveFlag.asked) === 0 &&
    t.extensions < rules.handling.extensionsMax &&
    luckOf(live.words[at + Live.word]!, Luck.extend) < params.askedShare
  );
}

export const isOverdue = (t: Ticket): boolean => t.overdueAt !== NEVER && t.status < Status.answered;

/** Whether the ticket is counted among those open and overdue exactly if it is one. */
export const isNoted = ({ live }: City, row: number, t: Ticket): boolean =>
  isOverdue(t) === ((live.words[row * liveWidth + Live.flags]! & LiveFlag.overdue) !== 0);
