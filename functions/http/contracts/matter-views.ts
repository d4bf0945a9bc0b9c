import * as z from 'zod';
import { matterKind } from '../../core/early/matter/matter-kind.ts';
import type { Told } from '../../core/early/matter/matter-state.ts';
import { instantText } from '../../core/instant-text.ts';
import type { DurationMs } from '../../core/time.ts';
import type { UndertakingRecord } from '../../core/undertaking/undertaking-record.ts';
import { when } from '../../core/when.ts';
import type { MemberNow } from '../../usecases/early/matters/list-members.ts';
import { showHead, undertakingHead } from './undertaking-views.ts';

const stepView = z.object({
  title: z.string(),
  ownerUnit: z.string(),
  by: when,
  doneAt: when.optional(),
  late: z.boolean(),
});

/** What was told or answered, and to how many; the counts are absent until all have been. */
const toldView = z.object({
  n: z.int(),
  at: when,
  by: z.string(),
  batches: z.array(z.int()).optional(),
  done: z.int().optional(),
  skipped: z.int().optional(),
  refused: z.int().optional(),
});

/** A matter (同因并案) as the API shows it. */
export const matterView = undertakingHead.extend({
  title: z.string(),
  leadUnit: z.string(),
  openedBy: z.string(),
  closedAt: when.optional(),
  members: z.int(),
  refused: z.int(),
  /** Tickets found open when it was last to be closed. */
  openFound: z.int().optional(),
  batches: z.array(z.object({ n: z.int(), at: when, by: z.string(), joined: z.int(), refused: z.int() })),
  /** Work that goes on: what is done to each ticket, in this order. */
  tasks: z.array(z.object({ type: z.string(), done: z.int(), skipped: z.int(), refused: z.int() })),
  plan: z.object({ at: when, by: z.string(), steps: z.array(stepView) }).optional(),
  planBy: when.optional(),
  progress: z.array(toldView),
  progressBy: when.optional(),
  answers: z.array(toldView),
});

/** A ticket of a matter: how the matter holds it, and how it stands itself. */
export const memberView = z.object({
  ticketId: z.string(),
  batch: z.int(),
  status: z.enum(['joined', 'refused', 'left']),
  /** Why the matter's last work could not be done on it: a code. */
  reason: z.string().optional(),
  ticketStatus: z.string().optional(),
  outcome: z.string().optional(),
  leadUnit: z.string().optional(),
  answeredAt: when.optional(),
});

/** Shows a matter with instants in the city's own offset. */
export function showMatter(record: UndertakingRecord, utcOffsetMs: DurationMs): z.infer<typeof matterView> {
  const state = matterKind.state.parse(record.state);
  const text = (at: number) => instantText(at, utcOffsetMs);
  const told = ({ only, at, ...word }: Told) => ({
    ...word,
    at: text(at),
    ...(only === undefined ? {} : { batches: only }),
  });
  return {
    ...showHead(record, utcOffsetMs),
    title: state.title,
    leadUnit: state.lead,
    openedBy: state.opener,
    ...(state.closedAt === undefined ? {} : { closedAt: text(state.closedAt) }),
    members: state.members,
    refused: state.refused,
    ...(state.openFound === undefined ? {} : { openFound: state.openFound }),
    batches: state.batches.map((batch) => ({ ...batch, at: text(batch.at) })),
    tasks: state.tasks.map(({ type, done, skipped, refused }) => ({ type, done, skipped, refused })),
    ...(state.plan === undefined
      ? {}
      : {
          plan: {
            at: text(state.plan.at),
            by: state.plan.by,
            steps: state.plan.steps.map(({ title, owner, by, doneAt, lateAt }) => ({
              title,
              ownerUnit: owner,
              by: text(by),
              ...(doneAt === undefined ? {} : { doneAt: text(doneAt) }),
              late: lateAt !== undefined,
            })),
          },
        }),
    ...(state.planBy === undefined ? {} : { planBy: text(state.planBy) }),
    progress: state.progress.map(told),
    ...(state.progressBy === undefined ? {} : { progressBy: text(state.progressBy) }),
    answers: state.answers.map(told),
  };
}

/** Shows a member with its ticket as it stands. */
export const showMember =
  (utcOffsetMs: DurationMs) =>
  ({ member, ticket }: MemberNow): z.infer<typeof memberView> => {
    const { ticketId, batch, status, code } = member;
    const { status: ticketStatus, outcome, lead, answeredAt } = ticket ?? {};
    return {
      ticketId,
      batch,
      status,
      ...(code === undefined ? {} : { reason: code }),
      ...(ticketStatus === undefined ? {} : { ticketStatus }),
      ...(outcome === undefined ? {} : { outcome }),
      ...(lead === undefined ? {} : { leadUnit: lead }),
      ...(answeredAt === undefined ? {} : { answeredAt: instantText(answeredAt, utcOffsetMs) }),
    };
  };
