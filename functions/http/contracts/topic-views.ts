import * as z from 'zod';
import type { Candidate } from '../../core/early/topic/rank-candidates.ts';
import { type Milestone, type TopicState, topicState, topicStatuses } from '../../core/early/topic/topic.ts';
import { instantText } from '../../core/instant-text.ts';
import { rounded } from '../../core/score/rounded.ts';
import type { DurationMs } from '../../core/time.ts';
import type { UndertakingRecord } from '../../core/undertaking/undertaking-record.ts';
import { when } from '../../core/when.ts';
import { showUndertakingEntry, undertakingEntry } from './undertaking-views.ts';

const count = z.int().min(0);
const month = z.string();
const unit = z.string();

const counts = {
  cases: count,
  resolutionBase: count,
  unresolved: count,
  satisfactionBase: count,
  dissatisfied: count,
};

/** What could be the topic of a month, by the weight it is ranked by. */
export const candidateRow = z.object({
  rank: z.int().min(1),
  itemCode: z.string(),
  districtCode: unit.optional(),
  ...counts,
  unresolvedShare: z.number(),
  dissatisfiedShare: z.number(),
  weight: z.number(),
});

/** Counts of some months; beside the baseline, their weight a month as a share of its own. */
const measuredView = z.object({ from: month, to: month, ...counts, digest: z.string() });
const comparedView = measuredView.extend({ at: when, ratio: z.number().optional(), rebound: z.boolean() });

const milestoneView = z.object({
  key: z.string(),
  title: z.string(),
  ownerUnit: unit,
  by: when,
  status: z.enum(['due', 'missed', 'done']),
  climbed: z.array(z.object({ rung: z.string(), at: when })),
  missedAt: when.optional(),
  doneAt: when.optional(),
  reports: z.array(z.object({ at: when, by: unit, text: z.string() })),
  asked: z.object({ at: when, by: unit, until: when, reason: z.string() }).optional(),
  extensions: z.array(z.object({ at: when, by: unit, from: when, until: when, reason: z.string() })),
});

/** A topic as the published list of a year shows it. */
export const topicRow = z.object({
  topicId: z.string(),
  month,
  title: z.string(),
  itemCodes: z.array(z.string()),
  districtCode: unit.optional(),
  status: z.enum(topicStatuses),
  leadUnit: unit,
  helperUnits: z.array(unit),
  openedAt: when,
  closedAt: when.optional(),
  milestones: z.object({ all: count, done: count, missed: count }),
  /** The last evaluation or measurement beside the baseline. */
  ratio: z.number().optional(),
  rebound: z.boolean(),
  thirdPartySatisfaction: z.number().optional(),
});

/** The whole topic: its plan, timetable, figures and history. */
export const topicView = topicRow.omit({ milestones: true }).extend({
  openedBy: unit,
  withdrawnFor: z.string().optional(),
  analysis: z.string(),
  measures: z.array(z.string()),
  documents: z.array(z.object({ title: z.string(), url: z.string().optional() })),
  milestones: z.array(milestoneView),
  baseline: measuredView.optional(),
  measuring: z.object({ what: z.string(), from: month, to: month, at: when }).optional(),
  evaluations: z.array(
    comparedView.extend({
      askedAt: when,
      by: unit,
      text: z.string(),
      thirdParty: z.object({ by: z.string(), asked: count, satisfied: count }).optional(),
    }),
  ),
  measurements: z.array(comparedView),
  amendments: z.array(z.object({ at: when, by: unit, before: z.record(z.string(), z.unknown()) })),
  history: z.array(undertakingEntry),
  rev: z.int(),
});

const shareDecimals = 6;

/** A candidate as the API shows it, its shares rounded. */
export const showCandidate = ({ item, district, ...rest }: Candidate): z.input<typeof candidateRow> => ({
  ...rest,
  itemCode: item,
  ...(district === undefined ? {} : { districtCode: district }),
  unresolvedShare: rounded(rest.unresolvedShare, shareDecimals),
  dissatisfiedShare: rounded(rest.dissatisfiedShare, shareDecimals),
});

/** A line of the published list. */
export const showTopicRow =
  (utcOffsetMs: DurationMs) =>
  (record: UndertakingRecord): z.input<typeof topicRow> => {
    const state = topicState.parse(record.state);
    const { milestones } = state;
    const of = (status: ReturnType<typeof statusOf>) =>
      milestones.filter((one) => statusOf(one) === status).length;
    return {
      ...headOf(record.id, state, utcOffsetMs),
      milestones: { all: milestones.length, done: of('done'), missed: of('missed') },
    };
  };

/** A topic as whoever may read it sees it. */
export const showTopic =
  (utcOffsetMs: DurationMs) =>
  (record: UndertakingRecord): z.input<typeof topicView> => {
    const state = topicState.parse(record.state);
    const at = (instant: number) => instantText(instant, utcOffsetMs);
    const compared = <One extends TopicState['measurements'][number]>({ counts: counted, ...one }: One) => ({
      ...one,
      ...counted,
      at: at(one.at),
    });
    const { baseline, measuring, withdrawnFor } = state;
    return {
      ...headOf(record.id, state, utcOffsetMs),
      openedBy: state.openedBy,
      ...(withdrawnFor === undefined ? {} : { withdrawnFor }),
      analysis: state.analysis,
      measures: state.measures,
      documents: state.documents,
      milestones: state.milestones.map(showMilestone(at)),
      ...(baseline === undefined ? {} : { baseline: { ...withoutCounts(baseline), ...baseline.counts } }),
      ...(measuring === undefined
        ? {}
        : {
            measuring: {
              what: measuring.what,
              from: measuring.from,
              to: measuring.to,
              at: at(measuring.at),
            },
          }),
      evaluations: state.evaluations.map((one) => ({ ...compared(one), askedAt: at(one.askedAt) })),
      measurements: state.measurements.map(compared),
      amendments: state.amendments.map((one) => ({ ...one, at: at(one.at) })),
      history: record.history.map(showUndertakingEntry(utcOffsetMs)),
      rev: record.rev,
    };
  };

const withoutCounts = ({ from, to, digest }: NonNullable<TopicState['baseline']>) => ({ from, to, digest });

function headOf(topicId: string, state: TopicState, utcOffsetMs: DurationMs) {
  const { evaluations, measurements, closedAt, district } = state;
  const evaluation = evaluations.at(-1);
  const last = measurements.at(-1) ?? evaluation;
  const third = evaluation?.thirdParty;
  return {
    topicId,
    month: state.month,
    title: state.title,
    itemCodes: state.items,
    ...(district === undefined ? {} : { districtCode: district }),
    status: state.status,
    leadUnit: state.lead,
    helperUnits: state.helpers,
    openedAt: instantText(state.openedAt, utcOffsetMs),
    ...(closedAt === undefined ? {} : { closedAt: instantText(closedAt, utcOffsetMs) }),
    ...(last?.ratio === undefined ? {} : { ratio: last.ratio }),
    rebound: last?.rebound ?? false,
    ...(third === undefined ? {} : { thirdPartySatisfaction: rounded(third.satisfied / third.asked, 4) }),
  };
}

/** Missed is a milestone whose date has passed without it; one that is done late was missed and is done. */
const statusOf = ({ doneAt, climbed, by }: Milestone): 'due' | 'missed' | 'done' => {
  if (doneAt !== undefined) return 'done';
  return climbed.some(({ at }) => at >= by) ? 'missed' : 'due';
};

const showMilestone =
  (at: (instant: number) => string) =>
  (one: Milestone): z.input<typeof milestoneView> => {
    const { key, title, owner, climbed, missedAt, doneAt, reports, asked, extensions } = one;
    return {
      key,
      title,
      ownerUnit: owner,
      by: at(one.by),
      status: statusOf(one),
      climbed: climbed.map((rung) => ({ ...rung, at: at(rung.at) })),
      ...(missedAt === undefined ? {} : { missedAt: at(missedAt) }),
      ...(doneAt === undefined ? {} : { doneAt: at(doneAt) }),
      reports: reports.map((report) => ({ ...report, at: at(report.at) })),
      ...(asked === undefined ? {} : { asked: { ...asked, at: at(asked.at), until: at(asked.until) } }),
      extensions: extensions.map((extension) => ({
        ...extension,
        at: at(extension.at),
        from: at(extension.from),
        until: at(extension.until),
      })),
    };
  };
