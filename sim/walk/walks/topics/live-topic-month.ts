import { inParallel } from '../../steps/in-parallel.ts';
import { content } from '../../steps/settle.ts';
import type { Walker } from '../../walker.ts';
import { matters } from './matters.ts';

const unresolved = { reached: true, responded: true, resolved: false, grade: 'dissatisfied' };

/** What a month came to, as the walk itself made it: cases and unresolved ones by item. */
export type MonthMade = ReadonlyMap<string, { readonly cases: number; readonly unresolved: number }>;

interface Lived {
  readonly month: string;
  /** Whether the topic of an item works: one case in six then stays unresolved, else three in four. */
  worksBetter(item: string): boolean;
}

/**
 * The cases of a month (one stands for a thousand): taken in, answered and called back on one day. Of an item nobody has
 * taken up, three in four stay unresolved; of one whose topic works, one in six. Answers what it made.
 */
export async function liveTopicMonth(
  w: Walker,
  { month, worksBetter }: Lived,
  seen: Map<string, number>,
): Promise<MonthMade> {
  const streets = [...w.units.values()].filter(({ kind }) => kind === 'subdistrict').map(({ code }) => code);
  const cases = matters
    .filter(({ since }) => since <= month)
    .flatMap(({ item, cases: count }, k) =>
      Array.from({ length: count }, (_, n) => {
        const before = seen.get(item) ?? 0;
        seen.set(item, before + 1);
        const resolved = worksBetter(item) ? before % 6 !== 5 : before % 4 === 3;
        return {
          item,
          resolved,
          key: `${month}-${item}-${n}`,
          place: streets[(k * 7 + before) % streets.length]!,
        };
      }),
    );
  await inParallel(cases, async ({ item, resolved, key, place }) => {
    const ticket = await w.hotline.submit({
      source: 'topics',
      sourceKey: key,
      kind: 'complaint',
      channel: 'phone',
      description: '市民反映的问题。',
      itemCode: item,
      place: { unitCode: place },
    });
    await w.as(ticket.leadUnit!).command(ticket, 'answer', { text: '已办理。' });
    const said = resolved ? content : unresolved;
    const called = await w.hotline.command(ticket, 'recordCallback', said);
    if (called.status !== 'closed') {
      await w.as(called.supervisor!).command(ticket, 'close', { text: '转入长期治理。' });
    }
  });
  return new Map(
    [...Map.groupBy(cases, ({ item }) => item)].map(([item, all]) => [
      item,
      { cases: all.length, unresolved: all.filter(({ resolved }) => !resolved).length },
    ]),
  );
}
