import * as z from 'zod';
import { selection } from './matter-state.ts';

const at = z.int();
const unit = z.string();
const ids = z.array(z.string()).min(1);

/** What can be asked of a matter. Instants are epoch ms, units and items codes. */
export const matterCommand = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('addMembers'),
    ticketIds: ids.optional(),
    selection: selection.optional(),
  }),
  z.object({ type: z.literal('removeMembers'), ticketIds: ids, lead: unit.optional() }),
  z.object({
    type: z.literal('layPlan'),
    steps: z.array(z.object({ title: z.string(), owner: unit, by: at })),
  }),
  z.object({ type: z.literal('finishStep'), step: z.int().min(1) }),
  z.object({ type: z.literal('tellProgress'), text: z.string() }),
  z.object({ type: z.literal('answer'), text: z.string(), batches: z.array(z.int()).optional() }),
  z.object({ type: z.literal('close') }),
  /** Time's own: a piece of a task is done. `from` is where it began, so that it counts once. */
  z.object({
    type: z.literal('pieceDone'),
    task: z.int(),
    from: z.string().optional(),
    /** Where the next piece begins; absent: the task is done, or has ticket ids left. */
    next: z.string().optional(),
    /** Ticket ids this piece took off the list. */
    taken: z.int(),
    done: z.int(),
    skipped: z.int(),
    refused: z.int(),
  }),
]);

export type MatterCommand = z.infer<typeof matterCommand>;
export type MatterCommandOf<Type extends MatterCommand['type']> = Extract<MatterCommand, { type: Type }>;
