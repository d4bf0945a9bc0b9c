import { hourMs, minuteMs } from '../../../functions/core/time.ts';
import type { Walk } from '../walk.ts';

const dongsi = '110101006';
const district = '110101';
const housing = '110101-housing';

/** A matter that crosses departments goes straight to the subdistrict, which answers for it until an arbitration. */
export const firstReceiver: Walk = {
  number: 9,
  name: 'first-receiver',
  title: { zh: '接诉即办（直派街乡、首接负责）', en: 'act the moment a request comes in' },
  source: '工人日报 2023',
  city: 'beijing',
  pack: 'beijing-2019',
  startAt: '2019-03-04T09:00:00+08:00',
  restsOn: ['dispute', 'handling.startsAt', 'handling.contactLimit', 'callback', 'whistleKinds.enforcement'],
  assumes: [
    'a flat shared by many tenants in 东四街道, found unlawful; the departments called are our choice',
  ],
  steps: async (w) => {
    const units = [...w.units.values()].filter(({ zone }) => !zone);
    const linked = ['subdistrict', 'district', 'department', 'enterprise'].map(
      (kind) => units.filter((unit) => unit.kind === kind).length,
    );
    w.expect('subdistricts, districts, departments, enterprises on the line', linked, [343, 16, 65, 49]);
    const subdistrict = w.as(dongsi);
    const request = {
      source: '12345',
      sourceKey: 'group-rent-1',
      kind: 'complaint',
      channel: 'phone',
      description: '楼上群租房住了十几个人，夜里吵闹，还私接电线。',
      itemCode: '0204-04',
      place: { unitCode: dongsi },
    };
    const ticket = await w.hotline.submit(request);
    w.expect('straight to the subdistrict (直派街乡)', ticket.leadUnit, dongsi);
    w.expect('by the rule', ticket.leadReason, 'dispatch.routing.subdistrict');
    const again = await w.hotline.submit(request, { expect: 200 });
    w.expect('the same request twice is one ticket', again.ticketId, ticket.ticketId);

    await w.pass(10 * minuteMs);
    const disputed = await subdistrict.command(ticket, 'dispute', { text: '属于住房部门职责。' });
    w.expect('the first receiver stays lead while it disputes (首接负责)', disputed.leadUnit, dongsi);
    await subdistrict.refused(ticket, 'answer', { text: '不归我们管。' }, 409);
    await w.pass(hourMs);
    const kept = await w.as(district).command(ticket, 'arbitrate', { leadUnit: dongsi });
    w.expect('the arbitration may name the same unit again', [kept.leadUnit, kept.transfers], [dongsi, 0]);

    await subdistrict.command(ticket, 'sign');
    await subdistrict.command(ticket, 'contact');
    const blown = await subdistrict.command(
      ticket,
      'blowWhistle',
      { kind: 'enforcement', unitCodes: [housing, '110101-police', '110101-emergency'] },
      { fact: (view: { summonses: readonly unknown[] }) => `${view.summonses.length} bodies called` },
    );
    w.expect('what crosses departments is whistled (吹哨)', blown.summonses.length, 3);
    await w.pass(2 * hourMs);
    for (const { unitCode } of blown.summonses) await w.as(unitCode).command(ticket, 'arrive');
    const early = await subdistrict.refused(ticket, 'answer', { text: '正在处理。' }, 409);
    w.expect('no answer while somebody is on the spot (事不完、人不撤)', early.code, 'SUMMONS_OPEN');
    for (const { unitCode } of blown.summonses) {
      await w.as(unitCode).command(ticket, 'finishTask');
      await subdistrict.command(ticket, 'release', { unitCode });
    }
    const answered = await subdistrict.command(ticket, 'answer', { text: '群租已清退，线路已整改。' });
    w.expect('answered by who received it first', answered.leadUnit, dongsi);

    await w.pass(minuteMs);
    const said = { reached: true, responded: true, resolved: true, grade: 'satisfied' };
    const own = await w.as(district).attempt(ticket, 'recordCallback', said);
    w.expect('a parent district that records a callback for its own unit is answered', own.status, 403);
    const closed = await w.hotline.command(ticket, 'recordCallback', said);
    w.expect('called back and closed (回访)', [closed.status, closed.outcome], ['closed', 'resolved']);
    w.expect('overdue (超期)', closed.overdue, false);
  },
};
