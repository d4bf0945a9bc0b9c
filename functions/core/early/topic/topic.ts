import * as z from 'zod';
import { monthPattern } from '../../calendar/months.ts';
import { matterCounts } from './matter-counts.ts';

const at = z.int();
const month = z.string().regex(monthPattern);
const unit = z.string();

/** What was counted of the topic's items over some months. */
export const measured = z.object({
  /** First and last month (`2021-05`), both included. */
  from: month,
  to: month,
  counts: matterCounts,
  /** Names the tables of those months that were added up. */
  digest: z.string(),
});

export type Measured = z.infer<typeof measured>;

/** A measurement set against the baseline: `ratio` is its weight a month to the baseline's; absent where that had none. */
const compared = measured.extend({ at, ratio: z.number().exactOptional(), rebound: z.boolean() });

/** What whoever evaluates says beside the counts. */
const evaluation = {
  askedAt: at,
  by: unit,
  text: z.string(),
  /** Satisfaction as a third party found it (第三方满意度). */
  thirdParty: z.object({ by: z.string(), asked: z.int(), satisfied: z.int() }).exactOptional(),
};

const document = z.object({ title: z.string(), url: z.string().exactOptional() });

const milestone = z.object({
  key: z.string(),
  title: z.string(),
  /** The lead, or one of the helpers. */
  owner: unit,
  by: at,
  /** Rungs of the ladder it has climbed for its present date, each at its own time. */
  climbed: z.array(z.object({ rung: z.string(), at })),
  nextRungAt: at.exactOptional(),
  /** When it was first missed: it stays written when the milestone is done later or extended. */
  missedAt: at.exactOptional(),
  doneAt: at.exactOptional(),
  reports: z.array(z.object({ at, by: unit, text: z.string() })),
  asked: z.object({ at, by: unit, until: at, reason: z.string() }).exactOptional(),
  extensions: z.array(z.object({ at, by: unit, from: at, until: at, reason: z.string() })),
});

export type Milestone = z.infer<typeof milestone>;

/** What lead and supervisors write about the topic: amended in the open, with what stood there before. */
const plan = z.object({
  /** 问题分析, 措施, 政策文件. */
  analysis: z.string(),
  measures: z.array(z.string()),
  documents: z.array(document),
  lead: unit,
  helpers: z.array(unit),
});

export type Plan = z.infer<typeof plan>;
export const planFields = [
  'analysis',
  'measures',
  'documents',
  'lead',
  'helpers',
] as const satisfies (keyof Plan)[];

export const topicStatuses = ['open', 'tracked', 'ended', 'withdrawn'] as const;

/** A topic of the month (每月一题) with its timetable and route map (时间表、路线图). Published: nothing in it is personal. */
export const topicState = z.object({
  month,
  title: z.string(),
  /** Items of the catalogue it is about, sorted; in one district, or in the whole city. */
  items: z.array(z.string()),
  district: unit.exactOptional(),
  status: z.enum(topicStatuses),
  openedAt: at,
  openedBy: unit,
  ...plan.shape,
  milestones: z.array(milestone),
  /** Absent until the months before the topic's own are counted. */
  baseline: measured.exactOptional(),
  amendments: z.array(z.object({ at, by: unit, before: plan.partial() })),
  evaluations: z.array(compared.extend(evaluation)),
  closedAt: at.exactOptional(),
  withdrawnFor: z.string().exactOptional(),
  /** Months to be counted next: when, how often that had to wait, and for an evaluation who asked for it. */
  measuring: z
    .object({
      what: z.enum(['baseline', 'evaluation', 'tracking']),
      from: month,
      to: month,
      at,
      tries: z.int(),
      /** The last month that is tracked. */
      until: month.exactOptional(),
      evaluation: z.object(evaluation).exactOptional(),
    })
    .exactOptional(),
  measurements: z.array(compared),
});

export type TopicState = z.infer<typeof topicState>;
export type Measuring = NonNullable<TopicState['measuring']>;
