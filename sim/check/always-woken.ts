import { thaw } from '../../functions/core/record/freeze.ts';
import { wakeAt } from '../../functions/core/ticket/promises.ts';
import { minuteMs, NEVER } from '../../functions/core/time.ts';
import type { Checker } from './checker.ts';
import { dueAt } from './due-at.ts';

/** What is owed is looked at again after a minute, by the clock of whoever wrote it. */
const owedAgainMs = minuteMs;

/** Every version stands in the wake index by the time of its next promise, and of what it owes. */
export const alwaysWoken: Checker = {
  name: 'always-woken',
  promise: 'whatever a ticket has promised or owes is in the wake index',
  phase: 'safety',
  onWrite: ({ after, at }, facts) => {
    const { rules } = facts.cities.get(after.rulesHash)!;
    const promisedAt = wakeAt(thaw(after.state, rules));
    const stands = after.wakeAt ?? NEVER;
    if (stands > promisedAt)
      return [`${after.id} at revision ${after.rev} wakes at ${after.wakeAt}, not ${promisedAt}`];
    const isOwing = after.owed.length > 0 && stands > at + owedAgainMs + facts.skewMaxMs;
    return isOwing ? [`${after.id} at revision ${after.rev} owes and wakes only at ${after.wakeAt}`] : [];
  },
  onUndertaking: ({ after, at }, facts) => {
    const stands = after.wakeAt ?? NEVER;
    const isOwing = after.owed.length + after.listsOwed.length > 0;
    const by = Math.min(dueAt(after), isOwing ? at + owedAgainMs + facts.skewMaxMs : NEVER);
    return stands <= by
      ? []
      : [`${after.id} at revision ${after.rev} wakes at ${after.wakeAt}, not by ${by}`];
  },
};
