import { createHash } from 'node:crypto';
import type { City } from '../../functions/core/city/city.ts';
import { thaw } from '../../functions/core/record/freeze.ts';
import type { HistoryEntry, OwedEffect } from '../../functions/core/record/ticket-record.ts';
import { advance, decide } from '../../functions/core/ticket/decide.ts';
import type { EpochMs } from '../../functions/core/time.ts';
import { actorOf, type Caller } from '../../functions/usecases/caller.ts';
import { Journal } from '../../functions/usecases/journal.ts';
import { openRecord } from '../../functions/usecases/open-record.ts';
import { readSubmission } from '../../functions/usecases/read-submission.ts';
import type { CaseFile } from '../../functions/usecases/read-ticket.ts';
import { submission } from '../../functions/usecases/submission.ts';
import { toCommand } from '../../functions/usecases/to-command.ts';
import { type WireCommandType, wireCommands } from '../../functions/usecases/wire-command.ts';
import { type Speaker, subjectOf } from './service-client.ts';

/** A command as a client sent it. Whether it took effect, and when, is for the history to say. */
export interface SentCommand {
  readonly type: WireCommandType;
  readonly body: unknown;
  readonly speaker: Speaker;
}

/** What must be in a ticket's history, what it must have owed, and what it promised next. */
export interface ExpectedLife {
  readonly history: readonly HistoryEntry[];
  readonly effects: readonly OwedEffect[];
  /** The earliest promise after all that; `NEVER` once it has ended. */
  readonly nextAt: EpochMs;
}

/**
 * Lives a ticket's life again in memory: the request as it was posted, and the commands that its history names, each at
 * the instant the history gives it. Nothing else of the history is used, so the promises kept in between, their times
 * and the effects owed come from the rules alone. Two hosts that were killed at different moments must agree with it.
 *
 * @param commands what was sent, by the id the service remembers a command by: {@link commandIdOf}
 */
export function expectedLife(
  file: CaseFile,
  posted: object,
  commands: ReadonlyMap<string, SentCommand>,
  city: City,
): ExpectedLife {
  const { rules } = city;
  const { ticketId, source, sourceKey } = file.ticket;
  const body = submission.parse(posted);
  const openedAt = Date.parse(file.history[0]?.at ?? '');
  const opening = readSubmission(body, city, openedAt, false);
  if (!opening.ok) throw new Error(`${ticketId}: the request is refused: ${opening.error.code}`);
  const identity = { id: ticketId, source, sourceKey, rulesHash: rules.hash };
  const onTheSpot = body.answeredOnTheSpot !== undefined;
  const first = openRecord(
    identity,
    opening.value,
    openedAt,
    rules,
    callerOf({ role: 'platform' }),
    onTheSpot,
  );
  const t = thaw(first.state, rules);
  const history = [...first.history];
  const effects = [...first.owed];
  const take = (journal: Journal) => {
    history.push(...journal.entries);
    effects.push(...journal.owed);
  };
  for (const { commandId, at, actor } of commandsOf(file)) {
    const sent = commands.get(commandId);
    if (sent === undefined) throw new Error(`${ticketId}: nobody sent the command ${commandId}`);
    const wire = { type: sent.type, body: wireCommands[sent.type].parse(sent.body) };
    const command = toCommand(
      wire as Parameters<typeof toCommand>[0],
      actorOf(callerOf(sent.speaker), rules),
      rules,
      city.places,
    );
    if (!command.ok) throw new Error(`${ticketId}: ${sent.type} is refused: ${command.error.code}`);
    const journal = new Journal({ ticketId, rev: 0, rules, cause: { commandId, actor } });
    const refusal = decide(t, command.value, at, rules, journal);
    if (refusal !== undefined) throw new Error(`${ticketId}: ${sent.type} is refused: ${refusal.code}`);
    take(journal);
  }
  const lastAt = Date.parse(file.history.at(-1)?.at ?? '');
  const rest = new Journal({ ticketId, rev: 0, rules });
  advance(t, lastAt + 1, rules, rest);
  take(rest);
  return { history, effects, nextAt: t.nextAt };
}

/** The id the service remembers a command by. */
export function commandIdOf(speaker: Speaker, type: WireCommandType, key: string): string {
  const identity = JSON.stringify([subjectOf(speaker), type, key]);
  return createHash('sha256').update(identity).digest('hex').slice(0, 32);
}

const callerOf = (speaker: Speaker): Caller => ({
  subject: subjectOf(speaker),
  hotline: speaker.role === 'platform',
  ...(speaker.unit === undefined ? {} : { unit: speaker.unit }),
});

/** The commands of a history in their order: the first entry of each. */
function commandsOf({ history }: CaseFile) {
  const seen = new Set(['submit']);
  return history.flatMap(({ commandId, at, actor = '' }) => {
    if (commandId === undefined || seen.has(commandId)) return [];
    seen.add(commandId);
    return [{ commandId, at: Date.parse(at), actor }];
  });
}
