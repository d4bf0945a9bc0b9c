import { monthAfter } from '../../../functions/core/calendar/months.ts';
import type { Walk } from '../walk.ts';
import type { Walker } from '../walker.ts';
import { holdBaselines, holdTracking } from './topics/hold-figures.ts';
import { liveTopicMonth } from './topics/live-topic-month.ts';
import { matters, type TopicMatter } from './topics/matters.ts';
import { meetOn } from './topics/meet-on.ts';
import {
  candidatesOf,
  countMonths,
  finishMilestone,
  office,
  openTopic,
  type TopicView,
  topicsOf,
  type Year,
} from './topics/topic-year.ts';

/** How many topics each month opens: 27 in 2021, 17 in 2022. */
const opened2021 = [3, 3, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2];
const opened2022 = [2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1];

/** The topic that misses a milestone, by its number in the year; and the one whose matter comes back, when. */
const missing = 4;
const comesBack = { item: '0601-02', months: ['2022-08', '2022-09', '2022-10'] };

/** Of the city's 27 topics together, as published; asked of 10,000. */
const thirdParty = { by: '第三方调查', asked: 10_000, satisfied: 9_131 };

/** Two years of a topic each month: chosen from the ledger, opened, pressed, evaluated, closed and tracked. */
export const monthlyTopics: Walk = {
  number: 13,
  name: 'monthly-topics',
  title: { zh: '每月一题', en: 'a topic each month' },
  source: '工人日报 2023',
  city: 'beijing',
  pack: 'beijing-topics',
  startAt: '2020-10-12T09:00:00+08:00',
  restsOn: ['early.topic', 'early.agenda', 'reopen.timesMax', 'handling.signing'],
  assumes: [
    'the ledger is synthetic: one case stands for a thousand, and how often each matter comes up is ours',
    'the source names 4 of the 27 topics of 2021 and 3 of the 17 of 2022; the others are items of the catalogue by their own names, and the month of each topic is ours',
    '房屋维修, 下水管道堵塞 and 农村污水处理 have no item of their own: 0203-03, 0102-01 and 1403-01 stand for them',
    'from the second month of its topic on, five in six cases of a matter are resolved instead of one in four: the walk shows the counting, not the cause',
    'the third party’s 91.31 % was published of the 27 topics of 2021 together: each is given it here',
  ],
  steps: async (w) => {
    const year: Year = { seen: new Map(), made: new Map(), topics: [] };
    for (const month of ['2020-10', '2020-11', '2020-12']) await lived(w, month, year);
    for (const [n, count] of opened2021.entries()) {
      const month = monthAfter('2021-01', n);
      await openMonth(w, month, count, year);
      await lived(w, month, year);
      if (month === '2021-04') await meetOn(w, year.topics[missing]!);
    }
    const of2021 = [...year.topics];
    w.expect('topics of 2021 (每月一题)', (await topicsOf(w, 2021)).rows.length, 27);
    await closeAll(w, of2021);
    for (const [n, count] of opened2022.entries()) {
      const month = monthAfter('2022-01', n);
      await openMonth(w, month, count, year);
      await lived(w, month, year);
    }
    await lived(w, '2023-01', year);
    await w.until('2023-02-09T00:00:00+08:00');
    await countMonths(w);
    w.expect('topics of 2022', (await topicsOf(w, 2022)).rows.length, 17);
    await holdBaselines(w, year);
    await holdTracking(w, of2021);
  },
};

/** Opens so many topics of a month, the heaviest candidates that are none yet. All but one have their milestones done in time. */
async function openMonth(w: Walker, month: string, count: number, { topics }: Year): Promise<void> {
  await w.until(`${month}-10T09:00:00+08:00`);
  const { rows } = await candidatesOf(w, month);
  const taken = new Set(topics.flatMap(({ itemCodes }) => itemCodes));
  const chosen = rows.filter(({ itemCode }) => !taken.has(itemCode)).slice(0, count);
  for (const { itemCode } of chosen) {
    const matter = matters.find(({ item }) => item === itemCode)!;
    const dates = [
      `${monthAfter(month, 1)}-28T18:00:00+08:00`,
      `${monthAfter(month, 3)}-28T18:00:00+08:00`,
    ] as const;
    const topic = await openTopic(w, matter, month, dates);
    if (topics.length !== missing) await done(w, topic, matter);
    topics.push(topic);
  }
  await countMonths(w);
}

/** Helper and lead report their milestones. */
const done = (w: Walker, topic: TopicView, { lead }: TopicMatter) =>
  w.quietly(async () => {
    await finishMilestone(w, 'government-services', topic, 'survey');
    await finishMilestone(w, lead, topic, 'measures');
  });

/** A month's cases; those of a topic's matter go better from its second month on. */
async function lived(w: Walker, month: string, { seen, made, topics }: Year): Promise<void> {
  await w.until(`${month}-20T09:00:00+08:00`);
  const worksBetter = (item: string) => {
    if (item === comesBack.item && comesBack.months.includes(month)) return false;
    const topic = topics.find(({ itemCodes }) => itemCodes.includes(item));
    return topic !== undefined && topic.month < month;
  };
  made.set(month, await w.quietly(() => liveTopicMonth(w, { month, worksBetter }, seen)));
}

/** Evaluates and closes the topics of 2021 once December is counted; one that is not evaluated cannot be closed. */
async function closeAll(w: Walker, topics: readonly TopicView[]): Promise<void> {
  await w.until('2022-01-09T09:00:00+08:00');
  const close = (topic: TopicView, expect = 200) =>
    office(w).post<{ status: string; code?: string }>(
      `/topics/${topic.topicId}/close`,
      {},
      { what: '专题办结', expect, fact: ({ status, code }) => code ?? status },
    );
  w.expect('closing without an evaluation is refused', (await close(topics[0]!, 409)).code, 'OUT_OF_TURN');
  const body = { text: '群众获得感增强。', thirdParty };
  await w.quietly(async () => {
    for (const { topicId } of topics) await office(w).post(`/topics/${topicId}/evaluate`, body);
  });
  await countMonths(w);
  await w.quietly(async () => {
    for (const topic of topics) await close(topic);
  });
  const { rows } = await topicsOf(w, 2021);
  w.expect(
    'topics of 2021 closed after their evaluation and now tracked',
    rows.filter(({ status }) => status === 'tracked').length,
    27,
  );
  w.expect(
    'third-party satisfaction (第三方满意度), %',
    [...new Set(rows.map(({ thirdPartySatisfaction: share = 0 }) => Number((100 * share).toFixed(2))))],
    [91.31],
  );
  const lighter = rows.filter(({ ratio = 1 }) => ratio < 1).length;
  w.say(`${lighter} of 27 weigh less a month than before they were opened`);
}
