import { dayMs } from '../../../../functions/core/time.ts';
import { eachDoes, finishAndRelease, heldBy } from '../../steps/report-in.ts';
import type { Walker } from '../../walker.ts';

const street = 'ciba';
const bodies = [
  'housing',
  'planning',
  'development',
  'enforcement',
  'police',
  'gardens',
  'water',
  'transport',
  'environment',
  'emergency',
  'civil',
].map((line) => `panlong-${line}`);

/** 项目吹哨、部门报到: the land of 国家植物博物馆, cleared within a month. */
export async function projectWhistle(w: Walker): Promise<void> {
  const begun = w.now();
  const project = await w.as(street).find({
    sourceKey: 'museum-1',
    kind: 'project',
    channel: 'superior',
    description: '国家植物博物馆建设，需拆除建筑 5300 平方米。',
    itemCode: '0401-01',
  });
  w.expect('a project has a month (项目)', project.tier, 'month');
  await w.as(street).command(project, 'sign');
  const blown = await w.as(street).command(project, 'blowWhistle', { kind: 'project', unitCodes: bodies });
  w.expect('more than ten departments report (10余个职能部门)', blown.summonses.length > 10, true);
  await w.pass(dayMs / 2);
  await eachDoes(w, blown, heldBy(blown), 'arrive');
  await w.pass(27 * dayMs);
  await finishAndRelease(w, blown, street);
  const ended = await w.as(street).command(project, 'answer', { text: '拆除建筑 5300 平方米。' });
  const days = Math.floor((w.now() - begun) / dayMs);
  w.expect('done within a month, days', [ended.outcome, days < 30, ended.overdue], ['done', true, false]);
}
