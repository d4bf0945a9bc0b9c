import * as z from 'zod';
import { undertakingIdPattern } from '../../core/undertaking/undertaking-id.ts';
import type { Contract } from './contract.ts';
import { pageQuery } from './parameters.ts';
import { note } from './rows.ts';
import { undertakingEntry, undertakingHead } from './undertaking-views.ts';

const undertakingId = z
  .string()
  .regex(undertakingIdPattern, 'an id has a kind, `_` and 32 hexadecimal digits')
  .meta({ description: '督办事项编号 / id of an undertaking' });

const path = z.strictObject({ undertakingId });

const list = z
  .string()
  .regex(/^[a-z]+(\/[A-Za-z0-9._-]{1,60}){0,3}$/, 'a kind, then words after slashes: matter/110101017')
  .meta({
    description:
      '清单：类别，可加单位或月份，如 matter、matter/110101017 / a kind, with a unit or a month: matter, matter/110101017',
  });

/** What can be asked of undertakings of every kind: their lists, their history, what was said about them. */
export const undertakingContracts = {
  listUndertakings: {
    query: z.strictObject({ list, ...pageQuery }),
    answers: { 200: z.object({ rows: z.array(undertakingHead), cursor: z.string().optional() }) },
    refusals: ['BAD_CURSOR'],
  },
  readUndertaking: {
    path,
    answers: { 200: undertakingHead.extend({ history: z.array(undertakingEntry) }) },
    refusals: ['NOT_FOUND'],
  },
  listUndertakingNotes: {
    path,
    query: z.strictObject(pageQuery),
    answers: { 200: z.object({ rows: z.array(note), cursor: z.string().optional() }) },
    refusals: ['NOT_FOUND', 'BAD_CURSOR'],
  },
} as const satisfies Readonly<Record<string, Contract>>;
