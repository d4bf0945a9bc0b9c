import * as z from 'zod';
import { unitCode } from '../../core/directory/unit-code.ts';
import { project } from '../../core/sharing/project.ts';
import { shareLists } from '../../core/sharing/share.ts';
import { when } from '../../core/when.ts';
import { projectRequest } from '../../usecases/sharing/offer-project.ts';
import { shareRequest } from '../../usecases/sharing/register-share.ts';
import { commandText } from '../../usecases/submission.ts';
import { ticketIdPattern } from '../../usecases/ticket-id.ts';
import type { ErrorCode } from '../error-code.ts';
import type { OperationId } from '../routes.ts';
import type { Contract } from './contract.ts';
import { pageQuery } from './parameters.ts';
import { note } from './rows.ts';

const id = z.string().regex(ticketIdPattern);
const sharePath = z.strictObject({ shareId: id.meta({ description: '清单编号 / id of a line' }) });
const projectPath = z.strictObject({ projectId: id.meta({ description: '项目编号 / id of a project' }) });

const shareRow = z.object({
  id: z.string(),
  list: z.enum(shareLists),
  ownerUnit: z.string(),
  placeCode: z.string(),
  kind: z.string(),
  title: z.string().optional(),
  capacity: z.int(),
  /** What is still free of a resource, or still missing of a need. */
  free: z.int(),
  openedAt: when,
  closedAt: when.optional(),
});

const ratingRow = z.object({ points: z.number(), at: when });

const projectRow = z.object({
  id: z.string(),
  list: z.literal('project'),
  needId: z.string(),
  resourceId: z.string(),
  needUnit: z.string(),
  resourceUnit: z.string(),
  placeCode: z.string(),
  kind: z.string(),
  quantity: z.int(),
  status: project.shape.status,
  offeredBy: project.shape.offeredBy,
  offeredAt: when,
  changedAt: when,
  ratings: z.object({ need: ratingRow.optional(), resource: ratingRow.optional() }),
});

const refusals = ['NOT_FOUND', 'FORBIDDEN', 'OUT_OF_TURN'] as const satisfies readonly ErrorCode[];
const said = { text: commandText.optional() };
const move = <Body extends z.ZodType>(body: Body) =>
  ({
    path: projectPath,
    body,
    answers: { 200: projectRow },
    refusals,
    idempotencyKey: true,
  }) as const satisfies Contract;

/** The three lists (资源, 需求, 项目) and what both sides do with a project. */
export const sharingContracts = {
  registerShare: {
    body: shareRequest,
    answers: { 200: shareRow, 201: shareRow },
    refusals: ['NOT_IN_REMIT', 'FORBIDDEN', 'INVALID', 'UNKNOWN_UNIT', 'CONFLICT'],
    idempotencyKey: true,
  },
  closeShare: { path: sharePath, body: z.strictObject({}), answers: { 200: shareRow }, refusals },
  listShares: {
    query: z.strictObject({
      area: unitCode.meta({ description: '街乡或区 / subdistrict or district' }),
      list: z.enum([...shareLists, 'project']),
      ...pageQuery,
    }),
    answers: {
      200: z.object({ rows: z.array(z.union([shareRow, projectRow])), cursor: z.string().optional() }),
    },
    refusals: ['UNKNOWN_UNIT', 'BAD_CURSOR'],
  },
  matchNeed: {
    path: sharePath,
    answers: {
      200: z.object({
        need: shareRow,
        matches: z.array(z.object({ resource: shareRow, quantity: z.int(), score: z.number() })),
      }),
    },
    refusals: ['NOT_FOUND', 'NOT_IN_REMIT'],
  },
  offerProject: {
    body: projectRequest,
    answers: { 200: projectRow, 201: projectRow },
    refusals: ['FORBIDDEN', 'INVALID', 'OUT_OF_TURN', 'CONFLICT'],
    idempotencyKey: true,
  },
  readProject: {
    path: projectPath,
    answers: { 200: z.object({ project: projectRow, notes: z.array(note) }) },
    refusals: ['NOT_FOUND'],
  },
  agreeProject: move(z.strictObject(said)),
  declineProject: move(z.strictObject(said)),
  finishProject: move(z.strictObject(said)),
  rateProject: {
    ...move(z.strictObject({ points: z.number().min(0).max(100), ...said })),
    refusals: [...refusals, 'CONFLICT'],
  },
} as const satisfies Partial<Record<OperationId, Contract>>;
