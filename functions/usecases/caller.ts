import type { Rules } from '../core/rules/rules.ts';
import { Actor } from '../core/ticket/actor.ts';
import type { Cause } from './journal.ts';

/** Who asks, as the verified token says. */
export interface Caller {
  /** The token's subject: a staff number or a client id, never a name. */
  readonly subject: string;
  /** The caller's unit; absent for the hotline platform. */
  readonly unit?: string;
  /** Follows one request through logs, queues and webhooks. */
  readonly correlationId?: string;
  /** The token is the hotline platform's own. */
  readonly hotline: boolean;
}

/** No unit of the ticket's directory: such a caller stands in no relation to any ticket. */
const stranger = -3;

/** The caller as the rules know it. */
export function actorOf({ unit, hotline }: Caller, rules: Rules): number {
  if (hotline) return Actor.hotline;
  return unit === undefined ? stranger : (rules.units.byCode.get(unit) ?? stranger);
}

/** The caller as history and notes name it. */
export const nameOf = ({ unit, hotline }: Caller): string => (hotline ? 'hotline' : (unit ?? 'unknown'));

/** The caller as the cause of what a command did. */
export const causeOf = (
  { subject, correlationId }: Caller,
  commandId: string,
  commandDigest?: string,
): Cause => ({
  commandId,
  ...(commandDigest === undefined ? {} : { commandDigest }),
  actor: subject,
  ...(correlationId === undefined ? {} : { correlationId }),
});
