import { dayMs, hourMs } from '../../../functions/core/time.ts';
import { eachDoes, finishAndRelease, heldBy } from '../steps/report-in.ts';
import { type Line, moveProject, offerProject, register } from '../steps/sharing.ts';
import type { Walk } from '../walk.ts';
import type { Walker } from '../walker.ts';

const street = 'guangning';
const community = 'gaojinglu';
const committee = 'winter-olympics';
/** A thousandth of what is on the platform 党员E先锋. */
const membersOnPlatform = 780;

/** Bodies that are not government report where they are: three lists, and four things both sides do. */
export const doubleReporting: Walk = {
  number: 8,
  name: 'double-reporting',
  title: { zh: '双报到、三个清单、四个双向', en: 'units and members report where they live' },
  source: '调研报告 2018-12; 工人日报 2023',
  city: 'guangning',
  pack: 'double-reporting',
  startAt: '2018-09-10T09:00:00+08:00',
  restsOn: ['sharing', 'whistleKinds.key-work'],
  assumes: [
    'nine organisations and 780 members stand for more than 9,000 and 780,000: one for a thousand',
    'what the two sides of the pairing gave each other is not published: a venue and volunteers',
  ],
  steps: async (w) => {
    await report(w);
    await bothWays(w);
    await whistle(w);
  },
};

/** 双报到: each organisation puts its members on the list of the area it lies in. */
async function report(w: Walker): Promise<void> {
  const organisations = [...w.units.values()].filter(({ code }) => code.startsWith('organisation-'));
  const each = Math.floor(membersOnPlatform / organisations.length);
  await w.quietly(async () => {
    for (const [n, { code }] of organisations.entries()) {
      const capacity = n === 0 ? membersOnPlatform - each * (organisations.length - 1) : each;
      await register(w, code, { list: 'resource', kind: 'members', capacity, title: '在职党员到社区报到' });
    }
  });
  const { rows } = await w
    .as(street)
    .get<{ rows: readonly { kind: string; capacity: number }[] }>(`/shares?area=${street}&list=resource`, {
      what: '查资源清单',
      fact: (page: { rows: unknown[] }) => `${page.rows.length} lines`,
    });
  w.expect('organisations that reported, in thousands (法人单位党组织)', rows.length, 9);
  w.expect(
    'members that reported, in thousands (在职党员)',
    rows.reduce((sum, { capacity }) => sum + capacity, 0),
    780,
  );
}

/** 四个双向: both sides ask, both offer, both speak, both rate. */
async function bothWays(w: Walker): Promise<void> {
  const hall = await register(w, community, {
    list: 'need',
    kind: 'venue',
    capacity: 1,
    title: '社区活动场地',
  });
  const help = await register(w, committee, {
    list: 'need',
    kind: 'volunteers',
    capacity: 20,
    title: '冬奥宣讲志愿者',
  });
  w.expect('both sides ask (双向需求征集)', [hall.free, help.free], [1, 20]);
  const room = await register(w, committee, { list: 'resource', kind: 'venue', capacity: 2, title: '展厅' });
  const people = await register(w, community, {
    list: 'resource',
    kind: 'volunteers',
    capacity: 30,
    title: '老街坊',
  });
  const { matches } = await w
    .as(community)
    .get<{ matches: readonly { resource: Line }[] }>(`/shares/${hall.id}/matches`, {
      what: '供需对接',
      fact: (found: { matches: unknown[] }) => `${found.matches.length} match`,
    });
  w.expect(
    'a need finds its resource (供需对接)',
    matches.map(({ resource }) => resource.id),
    [room.id],
  );

  const given = await offerProject(w, committee, { needId: hall.id, resourceId: room.id });
  const lent = await offerProject(w, community, { needId: help.id, resourceId: people.id });
  w.expect('both sides offer (双向提供服务)', [given.status, lent.status], ['offered', 'offered']);
  await moveProject(w, community, given, 'agree', { text: '感谢，周末可用。' });
  await moveProject(w, committee, lent, 'agree', { text: '请于周六九点到场。' });
  await w.pass(5 * dayMs);
  await moveProject(w, community, given, 'finish', { text: '冬奥社区展已办。' });
  const done = await moveProject(w, committee, lent, 'finish', { text: '宣讲完成。' });
  w.expect('done', [done.status, done.quantity], ['done', 20]);
  for (const project of [given, lent]) {
    for (const side of [community, committee])
      await moveProject(w, side, project, 'rate', { points: 95, text: '配合很好。' });
  }
  const { notes } = await w.as(committee).get<{ notes: readonly { by: string }[] }>(`/projects/${given.id}`, {
    what: '查项目',
    fact: (read: { notes: unknown[] }) => `${read.notes.length} notes`,
  });
  w.expect('both sides speak (双向沟通协调)', [...new Set(notes.map(({ by }) => by))].sort(), [
    community,
    committee,
  ]);
  const { rows } = await w
    .as(committee)
    .get<{ rows: readonly { type: string; by?: string; board?: string }[] }>(
      `/tickets?unit=${committee}&month=2018-09`,
      { what: '查双向评价', fact: (page: { rows: unknown[] }) => `${page.rows.length} entries` },
    );
  w.expect(
    'both sides rate (双向评价通报), for a board of their own',
    rows.filter(({ type }) => type === 'rating').map(({ by, board }) => [by, board]),
    [
      [community, 'mutual'],
      [community, 'mutual'],
    ],
  );
}

/** 一声哨响: a body that is not government comes when the subdistrict whistles. */
async function whistle(w: Walker): Promise<void> {
  const matter = await w.as(street).find({
    sourceKey: 'olympic-community',
    kind: 'project',
    channel: 'superior',
    description: '建设冬奥特色社区。',
    itemCode: '0101-01',
  });
  await w.as(street).command(matter, 'sign');
  const blown = await w
    .as(street)
    .command(matter, 'blowWhistle', { kind: 'key-work', unitCodes: [committee] });
  await w.pass(3 * hourMs);
  await eachDoes(w, blown, heldBy(blown), 'arrive');
  await finishAndRelease(w, blown, street);
  await w.as(street).command(matter, 'rateSummons', { unitCode: committee, points: 98 });
  const rated = await w.as(committee).command(matter, 'rateSummons', { unitCode: street, points: 97 });
  const { rating, ratingBack } = rated.summonses[0]!;
  w.expect('the resident body comes, and both rate (冬奥组委报到)', [rating, ratingBack], [98, 97]);
  const ended = await w.as(street).command(matter, 'answer', { text: '全市首个冬奥特色社区建成。' });
  w.expect('done', ended.outcome, 'done');
}
