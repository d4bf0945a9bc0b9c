import * as z from 'zod';
import {
  type BoardContent,
  type BoardKey,
  type BoardVersion,
  jobKinds,
  type NotedRules,
  type Ruling,
  type UnitPart,
} from '../../ports/board-store.ts';
import {
  boardRegistry,
  boardRegistryKey,
  liveKey,
  notedRulesKey,
  rulingKey,
  unitPartKey,
  versionKey,
} from './board-keys.ts';
import { parseItem } from './parse-item.ts';
import type { Item } from './table.ts';
import { tableShape } from './table-shape.ts';
import { toEpochSeconds } from './to-epoch-seconds.ts';
import { wholeText } from './whole-text.ts';

const text = z.string();
const board = z.object({ kind: z.enum(jobKinds), period: text }) satisfies z.ZodType<BoardKey>;
const before = z.array(z.object({ period: text, version: z.int() }));

const content = z.object({
  board,
  jobId: text,
  startedAt: z.int(),
  at: z.int(),
  complete: z.boolean(),
  rulesHash: text,
  policyId: text,
  digest: text,
  units: z.int(),
  entries: z.int(),
  groups: z.array(z.object({ group: text, rows: z.int() })),
  before,
}) satisfies z.ZodType<BoardContent>;

const version = content.extend({
  version: z.int(),
  by: text,
  replaces: z.object({ version: z.int(), digest: text, reason: text, text }).exactOptional(),
}) satisfies z.ZodType<BoardVersion>;

const unitPart = z.object({
  jobId: text,
  unit: text,
  entries: z.int(),
  digest: text,
  parts: z.int(),
  tallies: text,
  expiresAt: z.int(),
}) satisfies z.ZodType<UnitPart>;

const ruling = z.object({
  id: text,
  board,
  at: z.int(),
  type: z.enum(['exclusion', 'inclusion', 'appeal', 'appealRefused', 'points', 'rating']),
  unit: text,
  by: text,
  actor: text,
  reason: text,
  text,
  of: text.exactOptional(),
  ticketId: text.exactOptional(),
  points: z.number().exactOptional(),
}) satisfies z.ZodType<Ruling>;

const notedRules = z.object({ hash: text, policyId: text, validFrom: text, notedAt: z.int() });

/** A published version, in the registry of its kind. */
export const toVersionItem = (given: BoardVersion) => ({
  ...versionKey(given.board, given.version),
  ...given,
  registry: boardRegistry(given.board.kind),
  registryKey: boardRegistryKey(given.board, given.version),
});
export const fromVersionItem = (item: Item): BoardVersion => parseItem(version, item);

export const toLiveItem = (given: BoardContent) => ({ ...liveKey(given.board), ...given });
export const fromLiveItem = (item: Item): BoardContent => parseItem(content, item);

export const toUnitItem = (given: UnitPart) => ({
  ...unitPartKey(given.jobId, given.unit),
  ...given,
  [tableShape.ttlAttribute]: toEpochSeconds(given.expiresAt),
});
export const fromUnitItem = (item: Item): UnitPart => parseItem(unitPart, item);

export const toRulingItem = (given: Ruling) => ({
  ...rulingKey(given.board, given.id),
  ...given,
  text: wholeText(given.text),
});
export const fromRulingItem = (item: Item): Ruling => parseItem(ruling, item);

export const toNotedRulesItem = (given: NotedRules) => ({ ...notedRulesKey(given.hash), ...given });
export const fromNotedRulesItem = (item: Item): NotedRules => parseItem(notedRules, item);
