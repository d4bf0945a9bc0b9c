import type { BoardRow } from '../../../functions/core/score/board.ts';
import { minuteMs } from '../../../functions/core/time.ts';
import { publish, rowOf } from '../steps/boards.ts';
import { settle } from '../steps/settle.ts';
import type { Walk } from '../walk.ts';
import { openRoutes, reportRounds } from './street-patrols/rounds.ts';

const township = 'daanshan';
const village = 'village';
const grid = 'grid-2';

/** 日巡、周查、月评 of the chiefs, and a lane steward who patrols daily. */
const rounds = [
  {
    at: '2018-08-02T08:00:00+08:00',
    who: '街巷长日巡',
    of: 'chief',
    round: { rhythm: 'daily', period: '2018-08-02' },
    description: '巷口堆物堆料。',
    itemCode: '0101-03',
  },
  {
    at: '2018-08-03T18:00:00+08:00',
    who: '小巷管家每日巡',
    of: 'steward',
    round: { rhythm: 'daily', period: '2018-08-03' },
    description: '摊位占了便道。',
    itemCode: '0101-02',
  },
  {
    at: '2018-08-06T08:00:00+08:00',
    who: '街巷长周查',
    of: 'chief',
    round: { rhythm: 'weekly', period: '2018-W32' },
    description: '发现新搭违建。',
    itemCode: '0101-01',
  },
  {
    at: '2018-08-10T08:00:00+08:00',
    who: '街巷长月评',
    of: 'chief',
    round: { rhythm: 'monthly', period: '2018-08' },
    description: '停车秩序仍差。',
    itemCode: '0101-04',
  },
] as const;

/** Findings of those who walk the streets enter without a citizen; a grid worker may blow the emergency whistle. */
export const streetPatrols: Walk = {
  number: 5,
  name: 'street-patrols',
  title: { zh: '街巷长、小巷管家、网格员', en: 'street chiefs, lane stewards, grid workers' },
  source: '调研报告 2018-12; 工人日报 2023',
  city: 'fangshan',
  pack: 'beijing-2018',
  startAt: '2018-08-01T07:00:00+08:00',
  restsOn: ['whistleKinds.emergency', 'early.patrol'],
  assumes: [
    'the landslide was ten minutes after the whistle; who came when, which rounds were made and missed, and what they found, is ours',
    '15,000 chiefs, 40,000 stewards and 141 commissioners are persons: they are no units of the directory and speak for one',
  ],
  steps: async (w) => {
    const street = w.as(township);
    w.expect(
      'the chief of the lanes is public (姓名向社会公布)',
      typeof w.units.get(village)?.warden,
      'string',
    );
    const routes = await openRoutes(w, { township, village });
    for (const { at, who, of, round, description, itemCode } of rounds) {
      await w.until(at);
      const { routeId } = routes[of];
      await w
        .as(village)
        .post(`/patrols/${routeId}/rounds`, { ...round, stops: [0, 1] }, { what: `${who}登记` });
      const finding = { sourceKey: at, kind: 'patrol', channel: 'warden', description, itemCode };
      const found = await w.as(village).find({ ...finding, round: { routeId, ...round } }, { what: who });
      await street.command(found, 'sign');
      const done = await street.command(found, 'answer', { text: '随手清理完毕。' });
      w.expect(
        `${who}: goes to the subdistrict, nobody to call back`,
        [found.leadUnit, done.outcome],
        [township, 'done'],
      );
    }
    const complaint = await w.hotline.submit({
      source: '12345',
      sourceKey: 'parking-1',
      kind: 'complaint',
      channel: 'phone',
      description: '村口乱停车。',
      itemCode: '0101-04',
      place: { unitCode: township },
    });
    await settle(w, complaint, { text: '已疏导。' });

    await w.until('2018-08-11T08:00:00+08:00');
    const danger = await w.as(grid).find(
      {
        sourceKey: 'rocks-1',
        kind: 'patrol',
        channel: 'grid',
        description: '山坡有落石，裂缝在扩大。',
        itemCode: '0201-01',
      },
      { what: '网格员报告险情' },
    );
    const called = ['fangshan-transport', 'fangshan-police', 'fangshan-emergency', 'fangshan-planning'];
    const blown = await w.as(grid).command(danger, 'blowWhistle', { kind: 'emergency', unitCodes: called });
    w.expect('the grid worker blows the emergency whistle', blown.summonses[0]?.blower, grid);
    w.expect(
      'each body is told at once',
      called.every((unit) => w.sentTo(unit).length > 0),
      true,
    );
    await w.pass(8 * minuteMs);
    for (const unit of called.slice(0, 2)) await w.as(unit).command(danger, 'arrive');
    w.say('08:08  交通、公安 stop the road; 08:10  the slope comes down on an empty road');
    await w.pass(2 * minuteMs);
    const { ticket } = await w.read(danger);
    const before = ticket.summonses.filter(
      ({ arrivedAt }) => arrivedAt !== undefined && Date.parse(arrivedAt) < w.now(),
    );
    w.expect('on the spot before it happens', before.length, 2);
    await w.pass(15 * minuteMs);
    for (const unit of called.slice(2)) await w.as(unit).command(danger, 'arrive');
    await w.quietly(async () => {
      for (const unitCode of called) {
        await w.as(unitCode).command(danger, 'finishTask');
        await w.as(grid).command(danger, 'release', { unitCode });
      }
    });
    await street.command(danger, 'sign');
    const ended = await street.command(danger, 'answer', { text: '道路封闭，未造成人员伤亡和车辆损失。' });
    w.expect('ended', ended.outcome, 'done');

    const { rows } = await street.get<{ rows: readonly { type: string; kind: string; outcome: string }[] }>(
      `/tickets?unit=${township}&month=2018-08`,
      { what: '按月查办结', fact: (page: { rows: unknown[] }) => `${page.rows.length} entries` },
    );
    w.expect(
      'findings are counted apart from complaints',
      rows
        .filter(({ type }) => type === 'case')
        .map(({ kind, outcome }) => `${kind}: ${outcome}`)
        .sort(),
      ['complaint: resolved', 'patrol: done', 'patrol: done', 'patrol: done', 'patrol: done', 'patrol: done'],
    );
    await reportRounds(w, township);
    await publish(w, 'month', '2018-08');
    const row = await rowOf<BoardRow>(w, { kind: 'month', period: '2018-08', unit: township });
    w.expect('on the board too: cases, and those counted apart', [row.cases, row.apart], [1, 5]);
  },
};
