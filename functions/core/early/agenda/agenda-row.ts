import * as z from 'zod';
import { agendaKinds } from '../../policy/agenda-kinds.ts';

/** A matter that presses: a ticket or an undertaking that its unit has not settled. Codes and instants only. */
const agendaMatter = z.object({
  kind: z.enum(agendaKinds),
  /** The ticket's id, or the undertaking's. */
  ref: z.string(),
  /** Which of a topic's milestones. */
  milestone: z.string().exactOptional(),
  /** Who leads it, or owes it. */
  unit: z.string(),
  district: z.string(),
  item: z.string().exactOptional(),
  tier: z.string().exactOptional(),
  since: z.int(),
  /** The limit it has passed, or (of a dispute) by which it is to be decided. */
  limitAt: z.int(),
});

export type AgendaMatter = z.infer<typeof agendaMatter>;

/** A numbered row of an agenda (议题), under the heading of its group. */
export const agendaRow = agendaMatter.extend({ n: z.int().min(1), group: z.string() });

export type AgendaRow = z.infer<typeof agendaRow>;
