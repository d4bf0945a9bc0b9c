import * as z from 'zod';
import { unitCode } from '../../core/directory/unit-code.ts';
import { idPatternOf } from '../../core/undertaking/undertaking-id.ts';
import { instant } from '../../usecases/instant.ts';
import { attachment, commandText, commandTitle } from '../../usecases/submission.ts';
import { ticketIdPattern } from '../../usecases/ticket-id.ts';
import type { ErrorCode } from '../error-code.ts';
import type { Contract } from './contract.ts';
import { matterView, memberView } from './matter-views.ts';
import { pageQuery } from './parameters.ts';

const matterId = z
  .string()
  .regex(idPatternOf('matter'), 'an id has a kind, `_` and 32 hexadecimal digits')
  .meta({ description: '并案编号 / id of a matter' });
const path = z.strictObject({ matterId });

const remark = { text: commandText.optional(), attachments: z.array(attachment).max(20).optional() };
const said = { ...remark, text: commandText };

const ticketIds = z.array(z.string().regex(ticketIdPattern)).min(1).max(500);
/** Open tickets of the matter's item, or of another, in some subdistricts or districts, opened within a window. */
const selection = z.strictObject({
  itemCode: z.string().min(1).max(60).optional(),
  placeCodes: z.array(unitCode).min(1).max(50),
  openedFrom: instant,
  openedTo: instant,
});
/** Which tickets: named, selected, or both. */
const chosen = { ticketIds: ticketIds.optional(), selection: selection.optional() };

const refusals = [
  'NOT_FOUND',
  'FORBIDDEN',
  'NOT_ACCEPTED',
  'OUT_OF_TURN',
  'LIMIT_REACHED',
  'INVALID',
  'UNKNOWN_UNIT',
  'NOT_IN_REMIT',
  'CAPACITY',
  'CONFLICT',
] as const satisfies readonly ErrorCode[];

const command = <Body extends z.ZodType>(body: Body) =>
  ({
    path,
    body,
    answers: { 200: matterView },
    refusals,
    idempotencyKey: true,
  }) as const satisfies Contract;

/** Matters (同因并案): opened over many tickets, planned, told, answered and closed as one. */
export const matterContracts = {
  openMatter: {
    body: z.strictObject({
      title: commandTitle,
      itemCode: z.string().min(1).max(60),
      leadUnit: unitCode,
      ...chosen,
      ...remark,
    }),
    answers: { 200: matterView, 201: matterView },
    refusals,
    idempotencyKey: true,
  },
  readMatter: { path, answers: { 200: matterView }, refusals: ['NOT_FOUND'] },
  listMatterMembers: {
    path,
    query: z.strictObject(pageQuery),
    answers: { 200: z.object({ rows: z.array(memberView), cursor: z.string().optional() }) },
    refusals: ['NOT_FOUND', 'BAD_CURSOR'],
  },
  addMatterMembers: command(z.strictObject({ ...chosen, ...remark })),
  removeMatterMembers: command(z.strictObject({ ticketIds, leadUnit: unitCode.optional(), ...remark })),
  layMatterPlan: command(
    z.strictObject({
      steps: z
        .array(z.strictObject({ title: commandTitle, ownerUnit: unitCode, by: instant }))
        .min(1)
        .max(40),
      ...said,
    }),
  ),
  finishMatterStep: command(z.strictObject({ step: z.int().min(1).max(40), ...remark })),
  tellMatterProgress: command(z.strictObject(said)),
  answerMatter: command(
    z.strictObject({ batches: z.array(z.int().min(1).max(200)).min(1).max(200).optional(), ...said }),
  ),
  closeMatter: command(z.strictObject(remark)),
} as const satisfies Readonly<Record<string, Contract>>;
