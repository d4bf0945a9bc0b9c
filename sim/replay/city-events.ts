import type { EpochMs } from '../../functions/core/time.ts';
import type { Caller } from '../../functions/usecases/caller.ts';
import { commandTicket } from '../../functions/usecases/command-ticket.ts';
import type { Deps } from '../../functions/usecases/deps.ts';
import { submitTicket } from '../../functions/usecases/submit-ticket.ts';
import { wakeTicket } from '../../functions/usecases/wake-ticket.ts';
import type { PlannedRow } from './plan-rows.ts';

/** The hotline platform and the units of the replay act under this subject. */
const subject = 'replay';
const hotline: Caller = { subject, hotline: true };
const said = 'Closed in the published file.';

/** A refusal of a use case, in the words of its error. */
export type Refused = { readonly refused: string };

/** The use cases at one instant: each event of a replay sees a clock that stands at its own time. */
export const depsAt = (deps: Deps, at: EpochMs): Deps => ({ ...deps, clock: { now: () => at } });

/** Posts a row's request at its creation. Answers with the unit that leads, where the rules named one. */
export const submit = async (
  deps: Deps,
  { submission }: PlannedRow,
): Promise<{ readonly ticketId: string; readonly lead: string | undefined } | Refused> => {
  const result = await submitTicket(deps, submission, hotline);
  if (!result.ok) return { refused: JSON.stringify(result.error) };
  const { view, isNew } = result.value;
  if (!isNew) return { refused: 'a ticket of this key is already there' };
  return { ticketId: view.ticketId, lead: view.leadUnit };
};

/** The lead answers at the row's closing; a ticket that no unit leads is settled by the hotline itself. */
export const answer = async (
  deps: Deps,
  ticketId: string,
  lead: string | undefined,
): Promise<Refused | undefined> => {
  const result = await commandTicket(deps, {
    ticketId,
    commandId: 'close',
    ...(lead === undefined
      ? { caller: hotline, command: { type: 'answerOnTheSpot', body: { text: said } } }
      : {
          caller: { subject, unit: lead, hotline: false },
          command: { type: 'answer', body: { text: said } },
        }),
  });
  return result.ok ? undefined : { refused: JSON.stringify(result.error) };
};

/** Keeps what the ticket has promised; how much later than promised, in ms, or undefined when nothing was due. */
export const wake = async (deps: Deps, ticketId: string): Promise<number | undefined> =>
  (await wakeTicket(deps, ticketId)).lateMs;
