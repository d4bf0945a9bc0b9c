import type { RatingRow } from '../../../functions/core/score/board.ts';
import type { TicketView } from '../../../functions/usecases/ticket-view.ts';
import { publish, rowOf } from '../steps/boards.ts';
import { content } from '../steps/settle.ts';
import type { Walk } from '../walk.ts';
import type { Walker } from '../walker.ts';

/** The phase that brings the whistle to those who are no pilots. */
const notYet = 'rollout.everywhere';

/** The pilots whistle in three ways; the others only from the day it is rolled out to all. */
export const threeWhistles: Walk = {
  number: 2,
  name: 'three-whistles',
  title: { zh: '街乡吹哨、部门报到（三哨、试点）', en: 'subdistricts whistle, departments report' },
  source: '调研报告 2018-12; 工人日报 2023',
  city: 'beijing',
  pack: 'beijing-pilots',
  startAt: '2018-03-05T09:00:00+08:00',
  restsOn: ['rollout', 'whistleKinds', 'score.annual'],
  assumes: ['a matter of unlawful building in every subdistrict, and whom it calls, to see who may whistle'],
  steps: async (w) => {
    const streets = [...w.units.values()].filter(({ kind }) => kind === 'subdistrict');
    const { pilots, others } = await w.quietly(() =>
      tryAll(
        w,
        streets.map(({ code }) => code),
      ),
    );
    w.say(
      `${streets.length} subdistricts and zones blow: ${pilots.length} may, ${others.length} may not yet`,
    );
    w.expect('pilots (试点街乡)', pilots.length, 169);
    w.expect('all others wait for their phase', [...new Set(others.map(({ rule }) => rule))], [notYet]);

    const { leadUnit: code, ...ticket } = pilots[0]!;
    const district = code!.slice(0, 6);
    const kinds = ['key-work', 'emergency'] as const;
    for (const kind of kinds) {
      const view = await w.as(code!).command(ticket, 'blowWhistle', {
        kind,
        unitCodes: [`${district}-${kind === 'emergency' ? 'emergency' : 'planning'}`],
      });
      w.expect(`the pilot blows ${kind}`, view.summonses.at(-1)?.kind, kind);
    }
    await w.pass(20 * 60_000);
    const { summonses } = (await w.read(ticket)).ticket;
    for (const { unitCode } of summonses) {
      await w.as(unitCode).command(ticket, 'arrive');
    }
    const held = await w.as(code!).refused(ticket, 'answer', { text: '已拆除。' }, 409);
    w.expect('responders stay until it is done (事不完、人不撤)', held.code, 'SUMMONS_OPEN');
    await w.quietly(async () => {
      for (const { unitCode } of summonses) {
        await w.as(unitCode).command(ticket, 'finishTask');
        await w.as(code!).command(ticket, 'release', { unitCode });
      }
    });
    await w.as(code!).command(ticket, 'answer', { text: '已拆除。' });
    const closed = await w.hotline.command(ticket, 'recordCallback', content);
    w.expect('closed', closed.outcome, 'resolved');

    const pressed = await w.hotline.submit(building(code!, 'pressed'));
    await w.as(code!).command(pressed, 'dispute', { text: '属于规划部门职责。' });
    await w.as(district).command(pressed, 'arbitrate', { leadUnit: `${district}-planning` });
    const watched = await w.as(code!).command(pressed, 'supervise');
    w.expect('the subdistrict supervises a department (督办权)', watched.supervisor, code);

    await annualAppraisal(
      w,
      pilots.slice(0, 3).map(({ leadUnit }) => leadUnit!),
    );

    const other = others[0]!;
    await w.until('2019-01-31T23:59:59+08:00');
    const before = await w.as(other.lead).refused(other, 'blowWhistle', whistle(other.lead), 403);
    w.expect('a second before the roll-out', before.rule, notYet);
    await w.pass(1_000);
    const after = await w.as(other.lead).command(other, 'blowWhistle', whistle(other.lead));
    w.expect('from then on everybody whistles (全市铺开)', after.summonses.length, 1);
  },
};

/** The subdistricts' ratings weigh a third of a department's year; what the other two thirds are is the pack's guess. */
async function annualAppraisal(w: Walker, streets: readonly string[]): Promise<void> {
  const department = 'enforcement';
  const branch = `${streets[0]}-police`;
  const rate = (by: string, unitCode: string, points: number, what: string) =>
    w
      .as(by)
      .post(
        '/ratings',
        { board: 'annual', period: '2018', unitCode, points, text: '年度考核评价。' },
        { what, expect: 201 },
      );
  for (const street of streets) await rate(street, department, 90, '街乡评价部门');
  await rate(streets[0]!, branch, 84, '街乡评价派出机构');
  for (const unit of [department, branch]) {
    await rate('110101', unit, 60, '区级评价');
    await rate('110000', unit, 60, '市级考核');
  }
  await publish(w, 'annual', '2018');
  const rowFor = (unit: string) => rowOf<RatingRow>(w, { kind: 'annual', period: '2018', unit });
  const ofDepartment = await rowFor(department);
  w.expect('a third is theirs (占绩效权重的 1/3): 90 / 3 + 60 x 2 / 3', ofDepartment.score, 70);
  const ofBranch = await rowFor(branch);
  w.expect('for a branch office too (派出机构): 84 / 3 + 60 x 2 / 3', ofBranch.score, 68);
}

const whistle = (code: string) => ({
  kind: 'enforcement',
  unitCodes: [`${code.slice(0, 6)}-enforcement`],
});

const building = (code: string, key: string) => ({
  source: '12345',
  sourceKey: `building-${code}-${key}`,
  kind: 'complaint',
  channel: 'phone',
  description: '楼顶加盖了违法建筑。',
  itemCode: '0401-02',
  place: { unitCode: code },
});

interface Refused {
  readonly ticketId: string;
  readonly lead: string;
  readonly rule: unknown;
}

/** A matter in each place, signed by its subdistrict, which blows: who may and who may not. */
async function tryAll(w: Walker, codes: readonly string[]) {
  const pilots: TicketView[] = [];
  const others: Refused[] = [];
  for (const code of codes) {
    const ticket = await w.hotline.submit(building(code, 'first'));
    await w.as(code).command(ticket, 'sign');
    const tried = await w.as(code).attempt(ticket, 'blowWhistle', whistle(code));
    if (tried.status === 200) pilots.push(ticket);
    else others.push({ ticketId: ticket.ticketId, lead: code, rule: tried.body.rule });
  }
  return { pilots, others };
}
