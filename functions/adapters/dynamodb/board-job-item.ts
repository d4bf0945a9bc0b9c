import * as z from 'zod';
import type { BoardJob } from '../../ports/board-job.ts';
import { jobKinds } from '../../ports/board-store.ts';
import { jobKey } from './board-keys.ts';
import { parseItem } from './parse-item.ts';
import type { Item } from './table.ts';
import { wholeText } from './whole-text.ts';

const text = z.string();
const count = z.int().min(0);

const job = z.object({
  id: text,
  rev: z.int(),
  board: z.object({ kind: z.enum(jobKinds), period: text }),
  task: z.enum(['refresh', 'publish', 'verify']),
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  askedAt: z.int(),
  by: text,
  rulesAsked: text.exactOptional(),
  version: z.int().exactOptional(),
  correction: z.object({ reason: text, text }).exactOptional(),
  rulesHash: text.exactOptional(),
  startedAt: z.int().exactOptional(),
  before: z.array(z.object({ period: text, version: z.int() })).exactOptional(),
  unitsDone: count,
  unitsAll: count,
  entries: count,
  counts: z.object({ reads: count, writes: count }),
  endedAt: z.int().exactOptional(),
  digest: text.exactOptional(),
  published: z.int().exactOptional(),
  same: z.boolean().exactOptional(),
  failure: text.exactOptional(),
}) satisfies z.ZodType<BoardJob>;

export const toJobItem = (given: BoardJob) => ({
  ...jobKey(given.id),
  ...given,
  ...(given.correction === undefined
    ? {}
    : { correction: { ...given.correction, text: wholeText(given.correction.text) } }),
});

export const fromJobItem = (item: Item): BoardJob => parseItem(job, item);
