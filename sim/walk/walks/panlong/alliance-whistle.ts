import { hourMs } from '../../../../functions/core/time.ts';
import { eachDoes, finishAndRelease, heldBy } from '../../steps/report-in.ts';
import type { Walker } from '../../walker.ts';

const alliance = 'wangqiying-alliance';
const street = 'lianmeng';

/** 党建联盟吹哨、公共单位报到: sixteen members serve the disabled residents of 王旗营. */
export async function allianceWhistle(w: Walker): Promise<void> {
  const members = [...w.units.values()].filter(({ lineParent }) => lineParent === alliance);
  w.expect('members of the alliance (成员单位)', members.length, 16);
  await listServices(
    w,
    members.map(({ code }) => code),
  );
  const matter = await w.as('wangqiying').find({
    sourceKey: 'disabled-1',
    kind: 'service',
    channel: 'visit',
    description: '社区残疾人需要跑腿、朗读等日常服务。',
    itemCode: '0301-01',
  });
  await w.as(street).command(matter, 'sign');
  const blown = await w.as(alliance).command(matter, 'blowWhistle', {
    kind: 'alliance',
    unitCodes: members.map(({ code }) => code),
  });
  w.expect('the alliance whistles (党建联盟吹哨)', blown.summonses[0]?.blower, alliance);
  await w.pass(20 * hourMs);
  await eachDoes(w, blown, heldBy(blown), 'arrive');
  w.expect('public units report (公共单位报到)', heldBy(blown).length, 16);
  await finishAndRelease(w, blown, alliance);
  const ended = await w.as(street).command(matter, 'answer', { text: '成立跑腿团和朗读者服务队。' });
  w.expect('the service stands', ended.outcome, 'done');
}

const classes = ['errands', 'reading', 'class-3', 'class-4'] as const;
const services = 21;

/** 4类21条服务清单: the members put what they can do on the list of the area; two of the classes have no public name. */
async function listServices(w: Walker, members: readonly string[]): Promise<void> {
  await w.quietly(async () => {
    for (let n = 0; n < services; n += 1) {
      const line = {
        list: 'resource',
        kind: classes[n % classes.length],
        capacity: 5,
        title: `残疾人服务${n + 1}`,
      };
      await w.as(members[n % members.length]!).post('/shares', line, { expect: 201 });
    }
  });
  const { rows } = await w
    .as(street)
    .get<{ rows: readonly { kind: string }[] }>(`/shares?area=${street}&list=resource&limit=100`, {
      what: '查服务清单',
      fact: (page: { rows: unknown[] }) => `${page.rows.length} services`,
    });
  w.expect(
    'classes and services (4 类 21 条服务清单)',
    [new Set(rows.map(({ kind }) => kind)).size, rows.length],
    [4, 21],
  );
}
