import { thaw } from '../core/record/freeze.ts';
import type { TicketRecord } from '../core/record/ticket-record.ts';
import { err, ok, type Result } from '../core/result.ts';
import type { Rules } from '../core/rules/rules.ts';
import { mayAsk, mayRead } from '../core/ticket/authority.ts';
import { decide } from '../core/ticket/decide.ts';
import { actorOf, type Caller, causeOf, nameOf } from './caller.ts';
import { checkElder } from './check-elder.ts';
import { covered } from './covered.ts';
import type { Deps } from './deps.ts';
import type { CommandError } from './errors.ts';
import { keepUp } from './follow-elder.ts';
import { Journal } from './journal.ts';
import { keepNote } from './keep-note.ts';
import { notYours } from './not-yours.ts';
import { requestMaxMs } from './request-max.ts';
import { nextRecord } from './session.ts';
import { settle } from './settle.ts';
import { showTicket } from './show-ticket.ts';
import type { TicketView } from './ticket-view.ts';
import { toCommand } from './to-command.ts';
import type { WireCommand } from './wire-command.ts';
import { wireRefusal } from './wire-refusal.ts';

/** How often a lost race is taken up again before the caller is asked to come back. */
export const writeAttemptsMax = 6;

export type CommandRequest = {
  readonly ticketId: string;
  readonly command: WireCommand;
  /** The client's key for this command: the same key again is the same command (幂等). */
  readonly commandId: string;
  readonly caller: Caller;
};

export type Commanded = { readonly view: TicketView; readonly repeated: boolean };

/**
 * Asks a ticket for something: load, decide, one conditional write, then the effects. A lost race decides again on the
 * new state; a command already in the history is answered with the ticket, not done twice; another one under
 * the same key is a conflict.
 */
export function commandTicket(deps: Deps, request: CommandRequest): Promise<Result<Commanded, CommandError>> {
  return covered(async () => {
    const until = deps.clock.now() + requestMaxMs;
    for (let attempt = 0; attempt < writeAttemptsMax; attempt += 1) {
      const record = await deps.store.load(request.ticketId);
      if (record === undefined) return err({ code: 'NOT_FOUND' });
      const rules = await deps.rulesOf(record.rulesHash);
      if (record.history.some(({ commandId }) => commandId === request.commandId)) {
        return repeat(deps, request, record, rules);
      }
      const decided = await decideOn(deps, request, record, rules);
      if (!decided.ok) return decided;
      if (deps.clock.now() > until) break;
      if ((await deps.store.save(decided.value, record.rev)) === 'stale') continue;
      await keepText(deps, request, decided.value);
      const settled = await settle(deps, decided.value, rules);
      return ok({ view: showTicket(settled, rules), repeated: false });
    }
    return err({ code: 'BUSY' });
  });
}

async function decideOn(
  deps: Deps,
  { command, commandId, caller }: CommandRequest,
  record: TicketRecord,
  rules: Rules,
): Promise<Result<TicketRecord, CommandError>> {
  const by = actorOf(caller, rules);
  const t = thaw(record.state, rules);
  if (!mayAsk(t, command.type, by, rules)) return err(notYours(record, t, caller, rules));
  const asked = toCommand(command, by, rules, deps.city.places);
  if (!asked.ok) return asked;
  const elder =
    command.type === 'merge' ? await checkElder(deps, record, command.body.elderId, caller) : ok(undefined);
  if (!elder.ok) return elder;
  const matter = matterOf(command, record);
  if (!matter.ok) return matter;
  const clock = deps.clock.now();
  const now = Math.max(clock, t.lastAt);
  const cause = causeOf(caller, commandId, digestOf(deps, command));
  const journal = new Journal({ ticketId: record.id, rev: record.rev + 1, rules, cause });
  await keepUp(deps, t, record, now, rules, journal);
  const refusal = decide(t, asked.value, now, rules, journal);
  if (refusal !== undefined) return err(wireRefusal(refusal, command));
  const elderId = command.type === 'merge' ? command.body.elderId : record.elderId;
  return ok(nextRecord({ ...record, elderId, matterId: matter.value }, record, t, journal, rules, clock));
}

/**
 * The answer was lost or the client is careful: the command stands; its text is put again in case a crash lost it, unless
 * it has been erased since.
 */
async function repeat(
  deps: Deps,
  request: CommandRequest,
  record: TicketRecord,
  rules: Rules,
): Promise<Result<Commanded, CommandError>> {
  const said = record.history.find(({ commandId }) => commandId === request.commandId)!;
  // Whoever did it is told so, even where it was the last that it had to do with the ticket: arbitrated, passed on.
  const isOwn = said.actor === request.caller.subject && said.by === nameOf(request.caller);
  const t = thaw(record.state, rules);
  if (!isOwn && !mayRead(t, actorOf(request.caller, rules), rules))
    return err(notYours(record, t, request.caller, rules));
  if (said.commandDigest !== undefined && said.commandDigest !== digestOf(deps, request.command)) {
    return err({ code: 'CONFLICT', ticketId: record.id });
  }
  const erasedAt = (await deps.store.loadRequest(record.id))?.erasedAt;
  if (erasedAt === undefined || erasedAt < said.at) await keepText(deps, request, record);
  else await deps.store.eraseNote({ ticketId: record.id, at: said.at, id: request.commandId });
  return ok({ view: showTicket(record, rules), repeated: true });
}

/** The matter a ticket belongs to afterwards. Two matters that want one ticket race for it, and one wins. */
function matterOf(
  command: WireCommand,
  { matterId }: TicketRecord,
): Result<string | undefined, CommandError> {
  if (command.type === 'joinMatter') {
    const wanted = command.body.matterId;
    return matterId === undefined || matterId === wanted ? ok(wanted) : err(inAnotherMatter);
  }
  if (command.type !== 'leaveMatter') return ok(matterId);
  return matterId === command.body.matterId ? ok(undefined) : err(inAnotherMatter);
}

const inAnotherMatter = { code: 'OUT_OF_TURN', reason: 'the ticket is not of this matter' } as const;

/** Tells two commands of one key apart. Only told apart, never read: half of the digest is plenty. */
const digestOf = (deps: Deps, command: WireCommand): string =>
  deps.digest(JSON.stringify(command)).slice(0, 32);

async function keepText(
  deps: Deps,
  { command, commandId, caller }: CommandRequest,
  record: TicketRecord,
): Promise<void> {
  if (command.type === 'joinMatter' || command.type === 'leaveMatter') return;
  const { text, attachments = [] } = command.body;
  if (text === undefined && attachments.length === 0) return;
  const entry = record.history.find((line) => line.commandId === commandId);
  await keepNote(deps, {
    ticketId: record.id,
    id: commandId,
    at: entry?.at ?? record.state.lastAt,
    by: nameOf(caller),
    kind: noteKind(command.type),
    text: text ?? '',
    attachments: attachments.map(({ url }) => url),
  });
}

function noteKind(type: WireCommand['type']): 'supplement' | 'note' | 'answer' | 'reason' {
  if (type === 'supplement' || type === 'note') return type;
  if (type === 'fileOutput' || type === 'rateSummons' || type === 'tellProgress') return 'note';
  return type === 'answer' || type === 'answerOnTheSpot' ? 'answer' : 'reason';
}
