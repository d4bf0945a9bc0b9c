import { minuteMs, secondMs } from '../../../functions/core/time.ts';
import type { Walk } from '../walk.ts';

const township = '110117006';
const inTime = ['police', 'planning', 'environment', 'water', 'emergency'].map((line) => `110117-${line}`);
const atTheLimit = '110117-enforcement';
const late = '110117-transport';

/** A township finds a clue of illegal mining and whistles: each enforcement body has thirty minutes. */
export const jinhaihu: Walk = {
  number: 1,
  name: 'jinhaihu',
  title: { zh: '金海湖：30 分钟到场综合执法', en: 'Jinhaihu, the origin: on the spot within 30 minutes' },
  source: '调研报告 2018-12; 工人日报 2023',
  city: 'beijing',
  pack: 'jinhaihu',
  startAt: '2017-05-16T22:40:00+08:00',
  restsOn: ['whistleKinds.emergency'],
  assumes: [
    'which bodies came is not published: seven bureaus of 平谷区, one of them made to be late by a second',
    'the catalogue has no item for mining: the protection of farmland stands for it, called urgent',
  ],
  steps: async (w) => {
    const street = w.as(township);
    const found = await street.find(
      {
        sourceKey: 'clue-1',
        kind: 'patrol',
        channel: 'patrol',
        description: '夜间巡查发现山沟里有挖掘机和运矿车，疑似盗采金矿。',
        itemCode: '1403-06',
        urgency: ['danger'],
      },
      { what: '巡查发现线索' },
    );
    w.expect(
      'a clue is a patrol finding, not a complaint',
      [found.kind, found.leadUnit],
      ['patrol', township],
    );
    await street.command(found, 'sign');
    const whistle = { kind: 'emergency', unitCodes: [...inTime, atTheLimit, late] };
    const key = 'one-whistle';
    const blown = await street.command(found, 'blowWhistle', whistle, { key });
    const again = await street.command(found, 'blowWhistle', whistle, { key, what: '同一哨重发' });
    w.expect('a whistle blown twice by a retry exists once', again.summonses.length, blown.summonses.length);
    const { calledAt, arriveBy } = blown.summonses[0]!;
    w.expect('the limit (到场时限), minutes', (Date.parse(arriveBy!) - Date.parse(calledAt)) / minuteMs, 30);

    const called = w.now();
    const come = async (unitCode: string) => {
      const view = await w.as(unitCode).command(found, 'arrive');
      return view.summonses.find((summons) => summons.unitCode === unitCode)?.late;
    };
    const early: unknown[] = [];
    for (const [n, unitCode] of inTime.entries()) {
      await w.until(called + (12 + 3 * n) * minuteMs);
      early.push(await come(unitCode));
    }
    w.expect('five within 24 minutes: late (迟到)', early, [false, false, false, false, false]);
    await w.until(called + 30 * minuteMs);
    w.expect('one at 30:00: late', await come(atTheLimit), false);
    await w.pass(secondMs);
    w.expect('one at 30:01: late', await come(late), true);

    await w.pass(90 * minuteMs);
    const refused = await street.refused(found, 'answer', { text: '已处置。' }, 409);
    w.expect('they act jointly until it is done (事不完、人不撤)', refused.code, 'SUMMONS_OPEN');
    await w.quietly(async () => {
      for (const unitCode of [...inTime, atTheLimit, late]) {
        await w.as(unitCode).command(found, 'finishTask');
        await street.command(found, 'release', { unitCode });
      }
    });
    w.say('each body reports its task done, the township lets them go (放行)');
    const ended = await street.command(found, 'answer', { text: '查扣设备，盗采点已填平。' });
    w.expect('done: nobody to call back', [ended.status, ended.outcome], ['closed', 'done']);
  },
};
