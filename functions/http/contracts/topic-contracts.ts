import * as z from 'zod';
import { unitCode } from '../../core/directory/unit-code.ts';
import { matterAnswers } from '../../core/early/topic/cases-of-matters.ts';
import { newMilestone, newTopic, topicCommands } from '../../core/early/topic/topic-command.ts';
import { idPatternOf } from '../../core/undertaking/undertaking-id.ts';
import { instant } from '../../usecases/instant.ts';
import type { ErrorCode } from '../error-code.ts';
import { boardJobView } from './board-views.ts';
import type { Contract } from './contract.ts';
import { month, pageQuery, year } from './parameters.ts';
import { ledgerPage } from './rows.ts';
import { candidateRow, topicRow, topicView } from './topic-views.ts';

const itemCode = z.string().min(1).max(40);
const topicId = z
  .string()
  .regex(idPatternOf('topic'), 'a topic’s id is `topic_` and 32 hexadecimal digits')
  .meta({ description: '专题编号 / id of a topic' });
const cased = z
  .enum(matterAnswers)
  .default('all')
  .meta({ description: '全部、未解决、不满意 / all, unresolved, dissatisfied' });

const path = z.strictObject({ topicId });
const milestones = z.array(newMilestone.omit({ owner: true }).extend({ ownerUnit: unitCode, by: instant }));
const { analysis, measures, documents } = newTopic.shape;
const helperUnits = z.array(unitCode).max(20);

const change = <Body extends z.ZodType>(body: Body, more: readonly ErrorCode[] = []) =>
  ({
    path,
    body,
    answers: { 200: topicView },
    refusals: ['NOT_FOUND', 'FORBIDDEN', 'NOT_ACCEPTED', 'OUT_OF_TURN', 'CAPACITY', 'CONFLICT', ...more],
    idempotencyKey: true,
  }) as const satisfies Contract;

/** Topics of the month (每月一题): candidates, plan and timetable, evaluation and tracking. */
export const topicContracts = {
  listCandidates: {
    path: z.strictObject({ month }),
    query: z.strictObject({
      by: z.enum(['item', 'district']).default('item'),
      district: unitCode.optional(),
    }),
    answers: {
      200: z.object({ from: z.string(), to: z.string(), digest: z.string(), rows: z.array(candidateRow) }),
    },
    refusals: ['NOT_COUNTED', 'NOT_IN_REMIT', 'INVALID'],
  },
  refreshCandidates: {
    path: z.strictObject({ month }),
    body: z.strictObject({}),
    answers: { 202: z.object({ missing: z.array(z.string()), jobs: z.array(boardJobView) }) },
    refusals: ['NOT_IN_REMIT', 'INVALID'],
  },
  listCandidateCases: {
    path: z.strictObject({ month }),
    query: z.strictObject({ itemCode, district: unitCode.optional(), answer: cased, ...pageQuery }),
    answers: { 200: ledgerPage },
    refusals: ['NOT_COUNTED', 'NOT_IN_REMIT', 'INVALID', 'FORBIDDEN', 'BAD_CURSOR'],
  },
  openTopic: {
    body: z.strictObject({
      month,
      title: newTopic.shape.title,
      itemCodes: newTopic.shape.items,
      district: unitCode.optional(),
      leadUnit: unitCode,
      helperUnits,
      analysis,
      measures,
      documents,
      milestones: milestones.min(1).max(30),
    }),
    answers: { 200: topicView, 201: topicView },
    refusals: ['FORBIDDEN', 'INVALID', 'UNKNOWN_UNIT', 'NOT_IN_REMIT', 'CONFLICT'],
    idempotencyKey: true,
  },
  listTopics: {
    query: z
      .strictObject({
        year: year.optional(),
        month: month.optional(),
        unit: unitCode.optional(),
        ...pageQuery,
      })
      .refine(
        ({ year, month: of, unit }) => [year, of, unit].filter((one) => one !== undefined).length <= 1,
        {
          path: ['year'],
          message: 'give a year, a month or a unit, not two of them',
        },
      ),
    answers: { 200: z.object({ rows: z.array(topicRow), cursor: z.string().optional() }) },
    refusals: ['BAD_CURSOR'],
  },
  readTopic: { path, answers: { 200: topicView }, refusals: ['NOT_FOUND'] },
  listTopicCases: {
    path,
    query: z.strictObject({
      of: z
        .enum(['baseline', 'evaluation', 'measurement'])
        .default('baseline')
        .meta({ description: '底数、最近评估、最近监测 / which of its figures, the latest of each' }),
      answer: cased,
      ...pageQuery,
    }),
    answers: { 200: ledgerPage },
    refusals: ['NOT_FOUND', 'NOT_COUNTED', 'FORBIDDEN', 'OUT_OF_TURN', 'BAD_CURSOR'],
  },
  amendTopic: change(
    z.strictObject({
      analysis: analysis.optional(),
      measures: measures.optional(),
      documents: documents.optional(),
      leadUnit: unitCode.optional(),
      helperUnits: helperUnits.optional(),
      milestones: milestones.max(30).optional(),
    }),
    ['INVALID', 'UNKNOWN_UNIT', 'NOT_IN_REMIT'],
  ),
  reportMilestone: change(topicCommands.report.omit({ type: true }), ['INVALID']),
  askMilestoneExtension: change(topicCommands.askExtension.omit({ type: true }).extend({ until: instant }), [
    'INVALID',
    'LIMIT_REACHED',
  ]),
  ruleOnMilestoneExtension: change(topicCommands.ruleExtension.omit({ type: true }), ['INVALID']),
  evaluateTopic: change(topicCommands.evaluate.omit({ type: true }), ['INVALID']),
  closeTopic: change(z.strictObject({})),
  withdrawTopic: change(topicCommands.withdraw.omit({ type: true })),
} as const satisfies Readonly<Record<string, Contract>>;
