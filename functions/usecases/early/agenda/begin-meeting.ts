import { callMeeting } from '../../../core/early/agenda/meeting-kind.ts';
import { err, type Result } from '../../../core/result.ts';
import { earlyPart } from '../../../core/rules/early-rules.ts';
import type { Caller } from '../../caller.ts';
import type { Deps } from '../../deps.ts';
import { openUndertaking } from '../undertakings/open-undertaking.ts';
import type { Undertaken, UndertakingError } from '../undertakings/undertaking-request.ts';
import { type AgendaError, drawAgenda } from './draw-agenda.ts';

export interface MeetingAsked {
  readonly unit: string;
  /** Names it: called again by the same name, it is the same meeting with the agenda it was called with. */
  readonly title: string;
}

/** Calls a joint meeting (联席会议) and freezes its agenda. */
export async function beginMeeting(
  deps: Deps,
  asked: MeetingAsked,
  { caller, commandId }: { readonly caller: Caller; readonly commandId: string },
): Promise<Result<Undertaken, UndertakingError | AgendaError>> {
  const part = earlyPart(deps.city.rules, 'agenda');
  if (!part.ok) return part;
  const agenda = await drawAgenda(deps, asked.unit, caller);
  if (!agenda.ok) return err(agenda.error);
  return openUndertaking(deps, {
    kind: 'meeting',
    about: `${asked.unit}\n${asked.title}`,
    said: asked,
    caller,
    commandId,
    begin: (actor, now, rules, out) =>
      callMeeting({ ...asked, agenda: agenda.value }, { actor, now, rules, agendaRules: part.value, out }),
  });
}
