import { inParallel } from '../../steps/in-parallel.ts';
import type { Walker } from '../../walker.ts';

/** How often the source says a power was used; of two it says nothing. */
const uses = { 'livelihood-projects': 20, planning: 8, coordination: 217 } as const;
const departments = {
  'livelihood-projects': 'housing',
  planning: 'planning',
  coordination: 'enforcement',
} as const;

/** 五项权力: each use is a command that is counted once. */
export async function fivePowers(w: Walker, streets: readonly string[]): Promise<void> {
  for (const power of Object.keys(uses) as (keyof typeof uses)[]) {
    await w.quietly(() =>
      inParallel(Array.from({ length: uses[power] }), (_, n) =>
        w
          .as(streets[n % streets.length]!)
          .post(`/powers/${power}`, { unitCode: departments[power], text: '街道意见。' }, { expect: 201 }),
      ),
    );
    w.say(`${power} used ${uses[power]} times by the ${streets.length} streets`);
  }
  const key = 'same-use';
  const use = { unitCode: 'police', text: '干部考评建议。' };
  await w
    .as(streets[0]!)
    .post('/powers/appraisal-advice', use, { what: '行使干部考评建议权', expect: 201, key });
  await w.as(streets[0]!).post('/powers/appraisal-advice', use, { what: '同一命令重发', expect: 200, key });
  await w.as('police').post(
    '/powers/planning',
    { unitCode: 'planning', text: '我要参与。' },
    {
      what: '部门不能行使街道的权力',
      expect: 403,
    },
  );
  const { total } = await w.as('daan').get<{ total: Readonly<Record<string, number>> }>('/powers?year=2021', {
    what: '统计用权次数',
    fact: (counted: { total: object }) => JSON.stringify(counted.total),
  });
  w.expect(
    'departments asked the street about livelihood projects (征求民生项目)',
    total['livelihood-projects'],
    20,
  );
  w.expect('the streets took part in planning (参与规划)', total.planning, 8);
  w.expect('and in coordination (综合协调管理)', total.coordination, 217);
  w.expect('a command sent twice counts once', total['appraisal-advice'], 1);
}
