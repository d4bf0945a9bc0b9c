import { type Submission, submission } from '../../functions/usecases/submission.ts';
import { ticketIdOf } from '../../functions/usecases/ticket-id.ts';
import type { Asked, Facts } from './facts.ts';

/** A row of an import of old cases (积案), the ticket that it becomes, and what was said of it. */
export interface ImportedRow {
  readonly asked: Asked;
  readonly ticketId: string;
  readonly body: Submission;
  /** Its own status and ticket in the answer; absent while the client cannot know. */
  readonly told: { readonly status: number; readonly ticketId?: string } | undefined;
}

/** All rows of all imports that can be read as requests. */
export function importedRows(facts: Pick<Facts, 'asked' | 'digest'>): readonly ImportedRow[] {
  return facts.asked.flatMap((asked) => {
    if (asked.operationId !== 'importBacklog') return [];
    const answer = asked.answer?.status === 200 ? asked.answer.body : undefined;
    const results = (answer as { results?: readonly ImportedRow['told'][] } | undefined)?.results ?? [];
    return ((asked.body?.tickets ?? []) as readonly unknown[]).flatMap((row, n) => {
      const read = submission.safeParse(row);
      if (!read.success) return [];
      const { source, sourceKey } = read.data;
      const ticketId = ticketIdOf(facts, source, sourceKey);
      return [{ asked, ticketId, body: read.data, told: results[n] }];
    });
  });
}
