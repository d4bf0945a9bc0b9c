import { thaw } from '../../functions/core/record/freeze.ts';
import type { HistoryEntry, OwedEffect, TicketRecord } from '../../functions/core/record/ticket-record.ts';
import type { Rules } from '../../functions/core/rules/rules.ts';
import { Actor } from '../../functions/core/ticket/actor.ts';
import { mayAsk } from '../../functions/core/ticket/authority.ts';
import { advance, decide } from '../../functions/core/ticket/decide.ts';
import type { Ticket } from '../../functions/core/ticket/ticket.ts';
import type { EpochMs } from '../../functions/core/time.ts';
import { actorOf } from '../../functions/usecases/caller.ts';
import { Journal } from '../../functions/usecases/journal.ts';
import { openRecord } from '../../functions/usecases/open-record.ts';
import { readSubmission } from '../../functions/usecases/read-submission.ts';
import { type Submission, submission } from '../../functions/usecases/submission.ts';
import { finding } from '../../functions/usecases/submit-finding.ts';
import { toCommand } from '../../functions/usecases/to-command.ts';
import {
  type WireCommand,
  type WireCommandType,
  wireCommands,
} from '../../functions/usecases/wire-command.ts';
import type { Asked, Facts } from './facts.ts';
import { importedRows } from './imported-rows.ts';
import { isSubmission } from './is-submission.ts';
import { commandOfMatter } from './matter-commands.ts';
import { commandOfMeeting } from './meeting-commands.ts';
import { promiseEvents } from './promise-events.ts';

/** A ticket's life as the rules have it. */
export interface Life {
  readonly history: readonly HistoryEntry[];
  readonly effects: readonly OwedEffect[];
  /** Commands in the history that nobody sent, that the rules refuse, or whose sender stood in no such relation. */
  readonly faults: readonly { readonly kind: 'unsent' | 'refused' | 'forbidden'; readonly what: string }[];
  readonly ticket: Ticket;
}

const lives = new WeakMap<TicketRecord, Life>();

/**
 * Lives a ticket's life again in memory: its request, and the commands its history names, each at the instant the
 * history gives it. Promises kept in between, their times and the effects owed come from the rules alone, so a life that
 * went through crashes, repeats and races must agree with it.
 *
 * @throws Error when the ticket's own request is not among what was asked
 */
export function liveAgain(record: TicketRecord, facts: Facts): Life {
  const known = lives.get(record);
  if (known !== undefined) return known;
  const life = live(record, facts);
  lives.set(record, life);
  return life;
}

function live(record: TicketRecord, facts: Facts): Life {
  const city = facts.cities.get(record.rulesHash);
  if (city === undefined) throw new Error(`${record.id} lives under rules nobody had`);
  const { rules } = city;
  const first = firstRecord(record, facts);
  const t = thaw(first.state, rules);
  const history = [...first.history];
  const effects = [...first.owed];
  const faults: { kind: Life['faults'][number]['kind']; what: string }[] = [];
  const step = (
    cause: { commandId: string; actor: string } | undefined,
    take: (journal: Journal) => void,
  ) => {
    const journal = new Journal({ ticketId: record.id, rev: 0, rules, ...(cause && { cause }) });
    take(journal);
    history.push(...journal.entries);
    effects.push(...journal.owed);
  };
  const seen = new Set(['submit']);
  for (const [n, { event, at, commandId, actor = '', by }] of record.history.entries()) {
    // A promise stands before a command of the very instant only if it had been kept by then.
    const isKeptFirst = by === 'clock' && promiseEvents.has(event) && record.history[n + 1]?.at === at;
    if (isKeptFirst) step(undefined, (out) => advance(t, at + 1, rules, out));
    if (event === 'elderAnswered' || event === 'elderEnded') {
      const elder = event === 'elderAnswered' ? 'answered' : 'ended';
      step(undefined, (out) => decide(t, { type: 'elderSeen', elder, by: Actor.clock }, at, rules, out));
    }
    if (commandId === undefined || seen.has(commandId)) continue;
    seen.add(commandId);
    const asked =
      senderOf(facts, record.id, commandId) ??
      commandOfMatter(facts, commandId) ??
      commandOfMeeting(facts, { ticketId: record.id, commandId, actor });
    if (asked === undefined) {
      faults.push({ kind: 'unsent', what: `nobody sent ${commandId} at ${at}` });
      continue;
    }
    const actorIndex = actorOf(asked.caller, rules);
    const name = `${asked.operationId} of ${asked.caller.unit ?? asked.caller.subject}`;
    if (actor !== asked.caller.subject || by !== codeOf(actorIndex, rules)) {
      faults.push({ kind: 'forbidden', what: `${name} stands as done by ${by} (${actor})` });
    }
    const type = asked.operationId as WireCommandType;
    const wire = { type, body: wireCommands[type].parse(asked.body) } as WireCommand;
    const command = toCommand(wire, actorIndex, rules, city.places);
    if (!command.ok) {
      faults.push({ kind: 'refused', what: `${name} is refused: ${command.error.code}` });
      continue;
    }
    step({ commandId, actor }, (out) => {
      // As the service does, the sender's relation is looked at before the promises are kept.
      if (!mayAsk(t, type, actorIndex, rules)) faults.push({ kind: 'forbidden', what: `${name} may not` });
      const refusal = decide(t, command.value, at, rules, out);
      if (refusal !== undefined) {
        faults.push({ kind: 'refused', what: `${name} at ${at} is refused: ${refusal.code}` });
      }
    });
  }
  const lastAt: EpochMs = record.history.at(-1)?.at ?? 0;
  step(undefined, (out) => advance(t, lastAt + 1, rules, out));
  return { history, effects, faults, ticket: t };
}

/** The first revision as the rules make it of the request that came first. */
function firstRecord(record: TicketRecord, facts: Facts): TicketRecord {
  const { source, sourceKey, id, rulesHash } = record;
  const city = facts.cities.get(rulesHash)!;
  const stored = facts.requests.get(id);
  const asked = facts.asked.find(
    (one) => one.ticketId === id && isSubmission(one.operationId) && isStored(one, record, stored?.body),
  );
  const imported = importedRows(facts).find(
    (row) => row.ticketId === id && JSON.stringify(row.body) === stored?.body,
  );
  const caller = (asked ?? imported?.asked)?.caller;
  if (caller === undefined) throw new Error(`${id} rests on a request that nobody sent`);
  const body = asked === undefined ? imported!.body : submissionOf(asked, record);
  const openedAt = record.history[0]!.at;
  const opening = readSubmission(body, city, openedAt, asked === undefined);
  if (!opening.ok) throw new Error(`${id}: its request is refused: ${opening.error.code}`);
  const identity = { id, source, sourceKey, rulesHash };
  const onTheSpot = body.answeredOnTheSpot !== undefined;
  return openRecord(identity, opening.value, openedAt, city.rules, caller, onTheSpot);
}

const isStored = (asked: Asked, record: TicketRecord, stored: string | undefined): boolean =>
  stored !== undefined && JSON.stringify(submissionOf(asked, record)) === stored;

/** What was sent as the service stores it: of a unit's finding its own source is a part. */
function submissionOf({ operationId, body }: Asked, { source }: Pick<TicketRecord, 'source'>) {
  if (operationId === 'submitTicket') return submission.parse(body);
  return { ...finding.parse(body), source } as Submission;
}

/** The first who sent a command under this id; a later one with another body must have been refused. */
function senderOf(
  facts: Facts,
  ticketId: string,
  commandId: string,
): Pick<Asked, 'caller' | 'operationId' | 'body'> | undefined {
  const sent = facts.asked.filter((one) => one.ticketId === ticketId && one.commandId === commandId);
  return sent.find(({ answer }) => answer !== undefined && answer.status < 300) ?? sent[0];
}

function codeOf(actor: number, rules: Rules): string {
  return actor === Actor.hotline ? 'hotline' : (rules.units.codes[actor] ?? 'unknown');
}
