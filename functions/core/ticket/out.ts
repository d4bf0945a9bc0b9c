import type { EpochMs } from '../time.ts';
import type { Ticket } from './ticket.ts';

/** What can happen to a ticket, as history and messages name it. */
export const eventNames = [
  'submitted',
  'dispatched',
  'dispatchOverdue',
  'signed',
  'signOverdue',
  'contacted',
  'contactOverdue',
  'rungClimbed',
  'loadedOverdue',
  'disputed',
  'arbitrated',
  'arbitrationOverdue',
  'reclassified',
  'extensionAsked',
  'extensionGranted',
  'extensionRefused',
  'suspended',
  'resumed',
  'reviewed',
  'helperAdded',
  'helperOverdue',
  'helperDone',
  'whistleBlown',
  'whistleRouted',
  'passOverdue',
  'passedOn',
  'summonsAcknowledged',
  'summonsDeclined',
  'summonsExcused',
  'summonsUpheld',
  'rulingOverdue',
  'standInSent',
  'summonsUrged',
  'arrived',
  'arrivalOverdue',
  'arrivalMissed',
  'taskStarted',
  'taskDone',
  'outputFiled',
  'released',
  'summonsFailed',
  'summonsRated',
  'answered',
  'callbackDue',
  'callbackMissed',
  'calledBack',
  'reopened',
  'supervised',
  'urged',
  'supplemented',
  'noted',
  'merged',
  'elderAnswered',
  'elderEnded',
  'joinedMatter',
  'leftMatter',
  'progressTold',
  'withdrawn',
  'refusedAsOutOfRemit',
  'closed',
  'countedOverdue',
] as const;

export type EventName = (typeof eventNames)[number];

/**
 * What a ticket owes the outside: `status` to the platform, `notice` to a unit, `callback` asks the hotline to call
 * the citizen, `view` refreshes a helping unit's worklist, `ledger` puts an entry: the case, what is open and overdue, a
 * summons that ended, a rating.
 */
export type EffectKind = 'status' | 'notice' | 'callback' | 'view' | 'ledger';

/** Where `decide` puts what happened. A host keeps it; the simulator may count and drop it. */
export interface Out {
  /** History entry `n` (gapless from 1): `event` at `at` by `by` under `rule`, concerning `unit`. */
  entry(n: number, at: EpochMs, event: EventName, by: number, rule: string, unit: number): void;
  /** Effect `n` (gapless from 1) owed to `to` because of `event`; `about` is the place of a summons in the ticket's list. */
  effect(
    n: number,
    at: EpochMs,
    kind: EffectKind,
    to: number,
    event: EventName,
    ticket: Ticket,
    about?: number,
  ): void;
}

/** Appends a history entry and moves the ticket's own time. */
export function record(
  t: Ticket,
  out: Out,
  at: EpochMs,
  event: EventName,
  by: number,
  rule: string,
  unit: number,
): void {
  t.entries += 1;
  t.lastAt = at;
  out.entry(t.entries, at, event, by, rule, unit);
}

/** Notes that the ticket owes an effect, with its state as it is now. */
export function owe(
  t: Ticket,
  out: Out,
  at: EpochMs,
  kind: EffectKind,
  to: number,
  event: EventName,
  about?: number,
): void {
  t.effects += 1;
  out.effect(t.effects, at, kind, to, event, t, about);
}
