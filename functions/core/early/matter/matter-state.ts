import * as z from 'zod';

const at = z.int();
const unit = z.string();
/** Words of the staff: a name of the thing, never of a citizen. */
const words = z.string().min(1).max(200);

/** A step of the plan (处置步骤): who does it until when. */
const step = z.object({
  title: words,
  owner: unit,
  by: at,
  doneAt: at.optional(),
  /** Set when it was told to be late. */
  lateAt: at.optional(),
});

/** Open tickets of an item in some places, opened within a window: gathered page by page. */
export const selection = z.object({
  item: z.string(),
  places: z.array(z.string()).min(1),
  from: at,
  to: at,
});

/** Tickets that came in together (批次), and how many of them are members. */
const batch = z.object({ n: z.int().min(1), at, by: unit, joined: z.int(), refused: z.int() });

/**
 * Work on many tickets, done piece by piece and one task after the other. `cursor` is where the next piece begins; it is
 * absent before the first. `ref` is the batch, the word or the answer it is about.
 */
const task = z.object({
  n: z.int().min(1),
  type: z.enum(['join', 'leave', 'tell', 'answer', 'check']),
  ref: z.int(),
  /** Who asked for it: the unit, `hotline` among them. */
  by: unit,
  /** What each citizen is told; kept here until all have been told. */
  text: z.string().optional(),
  /** Tickets still to be joined, or to leave. */
  ticketIds: z.array(z.string()).optional(),
  /** Tickets that leave go to this unit. */
  lead: unit.optional(),
  selection: selection.optional(),
  /** Batches it is about; absent: all. */
  only: z.array(z.int()).optional(),
  cursor: z.string().optional(),
  done: z.int(),
  /** Members it did not concern: ended already, answered already, of another batch. */
  skipped: z.int(),
  refused: z.int(),
});

/** What all citizens were told (告知) or answered (答复), and to how many that was done; absent until it is. */
const told = z.object({
  n: z.int().min(1),
  at,
  by: unit,
  only: z.array(z.int()).optional(),
  done: z.int().optional(),
  skipped: z.int().optional(),
  refused: z.int().optional(),
});

/** A matter (同因并案): many tickets with one cause, one lead, one plan; each citizen told, answered and called back himself. */
export const matterState = z.object({
  title: words,
  item: z.string(),
  /** 主责: leads the matter and each of its tickets. */
  lead: unit,
  /** Who opened it and is told when it is late. */
  opener: unit,
  status: z.enum(['atWork', 'closing', 'closed']),
  openedAt: at,
  closedAt: at.optional(),
  /** Tickets found open when it was last to be closed. */
  openFound: z.int().optional(),
  batches: z.array(batch),
  /** The first task is at work. */
  tasks: z.array(task),
  tasksAsked: z.int(),
  /** When the next piece of work is due. */
  workAt: at.optional(),
  plan: z.object({ at, by: unit, steps: z.array(step) }).optional(),
  planBy: at.optional(),
  progress: z.array(told),
  progressBy: at.optional(),
  answers: z.array(told),
  /** Whether a limit has passed since the plan was laid or citizens were told. */
  overdue: z.boolean(),
  members: z.int(),
  refused: z.int(),
});

export type MatterState = z.infer<typeof matterState>;
export type MatterTask = z.infer<typeof task>;
export type Told = z.infer<typeof told>;
