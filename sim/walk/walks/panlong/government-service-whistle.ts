import { hourMs } from '../../../../functions/core/time.ts';
import { eachDoes, heldBy } from '../../steps/report-in.ts';
import type { Walker } from '../../walker.ts';

const bureau = 'panlong-government-services';

/** What the whistle leaves on file: 一流程一函告一通知五清单. */
const papers: readonly (readonly [string, string])[] = [
  ['flow', '开业审批流程'],
  ['letter', '致企业函告'],
  ['notice', '会商通知'],
  ...['审批事项清单', '材料清单', '问题清单', '责任清单', '时限清单'].map((name) => ['list', name] as const),
];

/** 政务吹哨、部门报到: sixteen heads for projects that are held up, thirteen departments for a mall that wants to open. */
export async function governmentServiceWhistle(w: Walker): Promise<void> {
  const bureaus = [...w.units.values()]
    .filter(({ kind, code }) => kind === 'bureau' && code !== bureau)
    .map(({ code }) => code);
  const projects = await w.as(bureau).find({
    sourceKey: 'held-up-projects',
    kind: 'service',
    channel: 'superior',
    description: '刘家营、蒋家营、清泉村、香格里拉综合发展等项目推进遇到困难。',
    itemCode: '0302-02',
    place: { unitCode: 'qingyun' },
  });
  await meet(w, {
    ticketId: projects.ticketId,
    lead: projects.leadUnit!,
    blower: bureau,
    bodies: bureaus,
    count: 16,
  });

  const mall = await w.as('tuodong').find({
    sourceKey: 'mall-1',
    kind: 'service',
    channel: 'visit',
    description: '恒隆广场筹备开业，涉及多个部门审批。',
    itemCode: '0302-01',
  });
  await meet(w, {
    ticketId: mall.ticketId,
    lead: mall.leadUnit!,
    blower: 'tuodong',
    bodies: bureaus.slice(0, 13),
    count: 13,
  });
}

interface Meeting {
  readonly ticketId: string;
  readonly lead: string;
  readonly blower: string;
  readonly bodies: readonly string[];
  readonly count: number;
}

async function meet(w: Walker, { ticketId, lead, blower, bodies, count }: Meeting): Promise<void> {
  const ticket = { ticketId };
  await w.as(lead).command(ticket, 'sign');
  const blown = await w.as(blower).command(ticket, 'blowWhistle', {
    kind: 'government-service',
    unitCodes: bodies,
  });
  w.expect(`bodies called by ${blower} (政务吹哨)`, blown.summonses.length, count);
  await w.pass(4 * hourMs);
  await eachDoes(w, blown, bodies, 'arrive');
  await eachDoes(w, blown, bodies, 'finishTask');
  const [last, ...leaving] = heldBy(blown);
  await w.quietly(async () => {
    for (const unitCode of leaving) await w.as(blower).command(ticket, 'release', { unitCode });
  });
  const early = await w.as(blower).refused(ticket, 'release', { unitCode: last }, 409);
  w.expect('the last may not leave before the papers are there', early.code, 'OUT_OF_TURN');
  await w.quietly(async () => {
    for (const [output, text] of papers) await w.as(blower).command(ticket, 'fileOutput', { output, text });
  });
  const free = await w.as(blower).command(ticket, 'release', { unitCode: last });
  w.expect(
    'one flow, one letter, one notice, five lists (一流程一函告一通知五清单)',
    free.outputs?.map(({ output, filed, required }) => [output, filed, required]),
    [
      ['flow', 1, 1],
      ['letter', 1, 1],
      ['notice', 1, 1],
      ['list', 5, 5],
    ],
  );
  const ended = await w.as(lead).command(ticket, 'answer', { text: '会商解决。' });
  w.expect('settled', ended.outcome, 'done');
}
