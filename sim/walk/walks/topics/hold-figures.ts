import { monthAfter } from '../../../../functions/core/calendar/months.ts';
import type { Walker } from '../../walker.ts';
import { readTopic, type TopicView, type Year } from './topic-year.ts';

/** Each baseline is what the walk itself made of those months. */
export async function holdBaselines(w: Walker, { topics, made }: Year): Promise<void> {
  const differing = await w.quietly(async () => {
    const found: string[] = [];
    for (const topic of topics) {
      const { baseline, itemCodes } = await readTopic(w, topic);
      const months = [1, 2, 3].map((n) => made.get(monthAfter(topic.month, -n))?.get(itemCodes[0]!));
      const sum = (of: 'cases' | 'unresolved') => months.reduce((all, one) => all + (one?.[of] ?? 0), 0);
      if (baseline?.cases !== sum('cases') || baseline.unresolved !== sum('unresolved'))
        found.push(topic.title);
    }
    return found;
  });
  w.expect(
    '44 baselines are what the ledger of their three months holds',
    [topics.length, differing],
    [44, []],
  );
}

/** The topics of 2021, a year on: measured four times each, told where one came back. */
export async function holdTracking(w: Walker, of2021: readonly TopicView[]): Promise<void> {
  const after = await w.quietly(() => Promise.all(of2021.map((topic) => readTopic(w, topic))));
  w.expect(
    'tracked for twelve months in four measurements, and ended',
    [...new Set(after.map(({ status, measurements }) => `${status} ${measurements.length}`))],
    ['ended 4'],
  );
  const back = after.filter(({ measurements }) => measurements.some(({ rebound }) => rebound));
  w.expect(
    'what came back (反弹) was found, in its quarter',
    back.map(({ title, measurements }) => [title, measurements.find(({ rebound }) => rebound)?.to]),
    [['小区停车难', '2022-10']],
  );
  const told = w.sentOfUndertakingsTo('110000').filter(({ event }) => event === 'topicReboundFound');
  w.expect('and the city was told once', told.length, 1);
}
