import { minuteMs } from '../../../../functions/core/time.ts';
import type { Walker } from '../../walker.ts';
import type { MonthMade } from './live-topic-month.ts';
import type { TopicMatter } from './matters.ts';

/** What the walk looks at in a topic's view. */
export interface TopicView {
  readonly topicId: string;
  readonly title: string;
  readonly month: string;
  readonly status: string;
  readonly itemCodes: readonly string[];
  readonly leadUnit: string;
  readonly baseline?: {
    readonly from: string;
    readonly to: string;
    readonly cases: number;
    readonly unresolved: number;
  };
  readonly ratio?: number;
  readonly rebound: boolean;
  readonly thirdPartySatisfaction?: number;
  readonly milestones: readonly {
    readonly key: string;
    readonly by: string;
    readonly climbed: readonly { readonly rung: string; readonly at: string }[];
  }[];
  readonly measurements: readonly { readonly from: string; readonly to: string; readonly rebound: boolean }[];
  readonly history: readonly { readonly n: number; readonly event: string; readonly at: string }[];
}

/** What the walk has made so far: cases seen by item, what each month came to, the topics opened. */
export interface Year {
  readonly seen: Map<string, number>;
  readonly made: Map<string, MonthMade>;
  readonly topics: TopicView[];
}

interface Candidates {
  readonly rows: readonly {
    readonly rank: number;
    readonly itemCode: string;
    readonly cases: number;
    readonly unresolved: number;
    readonly weight: number;
  }[];
}

/** The city's own office of topics (主管专班). */
export const office = (w: Walker) => w.as('110000');

/** What was asked of months is counted, and whoever waits for it looks again. */
export async function countMonths(w: Walker): Promise<void> {
  await w.pass(minuteMs / 6);
  await w.workOnBoards();
  await w.pass(10 * minuteMs);
}

/** The candidates of a month, once its window is counted. */
export async function candidatesOf(w: Walker, month: string): Promise<Candidates> {
  const path = `/topic-candidates/${month}`;
  await office(w).post(`${path}/refresh`, {}, { what: '统计候选月份', expect: 202 });
  await w.workOnBoards();
  return office(w).get<Candidates>(path, {
    what: '每月一题候选',
    fact: ({ rows }: Candidates) =>
      `${rows.length} candidates; ${rows
        .slice(0, 3)
        .map(({ itemCode, cases, unresolved, weight }) => `${itemCode} ${cases}/${unresolved} -> ${weight}`)
        .join(', ')}`,
  });
}

/** Opens the topic of a matter: its lead, a helper, a plan, and milestones of the lead and of the helper. */
export async function openTopic(
  w: Walker,
  { item, title, lead }: TopicMatter,
  month: string,
  dates: readonly [survey: string, done: string],
): Promise<TopicView> {
  const helper = lead === 'government-services' ? 'housing' : 'government-services';
  return office(w).post<TopicView>(
    '/topics',
    {
      month,
      title,
      itemCodes: [item],
      leadUnit: lead,
      helperUnits: [helper],
      analysis: '诉求集中，成因复杂，需部门牵头共同分析。',
      measures: ['建立台账', '制定改革措施', '逐件回访'],
      documents: [],
      milestones: [
        { key: 'survey', title: '台账与原因分析', ownerUnit: helper, by: dates[0] },
        { key: 'measures', title: '措施落地', ownerUnit: lead, by: dates[1] },
      ],
    },
    {
      what: `立题：${title}`,
      expect: 201,
      fact: ({ topicId, leadUnit }: TopicView) =>
        `${topicId.slice(0, 12)}…, 牵头 ${w.units.get(leadUnit)?.zh}`,
    },
  );
}

/** One side reports a milestone as done. */
export const finishMilestone = (w: Walker, unit: string, { topicId }: TopicView, milestone: string) =>
  w
    .as(unit)
    .post<TopicView>(
      `/topics/${topicId}/report`,
      { milestone, done: true, text: '按路线图完成。' },
      { what: '节点完成' },
    );

/** The topic as it stands, untold. */
export const readTopic = (w: Walker, { topicId }: Pick<TopicView, 'topicId'>): Promise<TopicView> =>
  w.quietly(() => office(w).get<TopicView>(`/topics/${topicId}`));

/** The published list of a year. */
export const topicsOf = (w: Walker, year: number) =>
  w.as('housing').get<{ rows: readonly TopicView[] }>(`/topics?year=${year}&limit=100`, {
    what: '年度专题清单',
    fact: ({ rows }: { rows: readonly TopicView[] }) => `${rows.length} topics`,
  });
