import { hourMs } from '../../../../functions/core/time.ts';
import { eachDoes, finishAndRelease, heldBy } from '../../steps/report-in.ts';
import type { Walker } from '../../walker.ts';

const alliance = 'wangqiying-alliance';
const street = 'lianmeng';

/** 党建联盟吹哨、公共单位报到: sixteen members serve the disabled residents of 王旗营. */
export async function allianceWhistle(w: Walker): Promise<void> {
  const members = [...w.units.values()].filter(({ lineParent }) => lineParent === alliance);
  w.expect('members of the alliance (成员单位)', members.length, 16);
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
