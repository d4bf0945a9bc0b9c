import { dayMs, hourMs } from '../../../functions/core/time.ts';
import { content, settle } from '../steps/settle.ts';
import type { Walk } from '../walk.ts';

const fangzhuang = '110106013';
const fengtai = '110106';
const housing = '110106-housing';

/** What the subdistrict can settle it settles on the spot; the rest goes up, gets a department and a deadline. */
export const gradedHandling: Walk = {
  number: 6,
  name: 'graded-handling',
  title: { zh: '民事办理（分级分类）', en: 'graded handling' },
  source: '调研报告 2018-12',
  city: 'beijing',
  pack: 'beijing-2018',
  startAt: '2018-09-03T09:00:00+08:00',
  restsOn: ['dispute', 'reopen', 'callback.trigger'],
  assumes: [
    'a matter goes up by the subdistrict saying that it cannot settle it (派单异议), as the source names no form for it',
    'published (公示反馈): units read what was closed and how, by month; a public page is not part of it',
  ],
  steps: async (w) => {
    const subdistrict = w.as(fangzhuang);
    const request = (sourceKey: string, itemCode: string, description: string) => ({
      source: '12345',
      sourceKey,
      kind: 'complaint',
      channel: 'group',
      description,
      itemCode,
      place: { unitCode: fangzhuang },
    });
    const small = await w.hotline.submit(request('hall', '0201-04', '楼道里堆着旧家具。'));
    const shortcut = await subdistrict.refused(small, 'answerOnTheSpot', { text: '已清理。' }, 403);
    w.expect('no unit closes a complaint about itself unasked', shortcut.code, 'NOT_IN_REMIT');
    await w.pass(hourMs);
    const settled = await settle(w, small, { text: '已到现场清理。' });
    w.expect(
      'settled within the hour (现场解决)',
      [settled.leadUnit, settled.outcome],
      [fangzhuang, 'resolved'],
    );

    const large = await w.hotline.submit(request('lift', '0203-05', '老楼加装电梯，邻居意见不一。'));
    await w.pass(2 * hourMs);
    const raised = await subdistrict.command(large, 'dispute', {
      text: '街道层面无法解决，请区里确定责任部门。',
    });
    w.expect('it goes up to the district (上报区级)', raised.owner, fengtai);
    const named = await w.as(fengtai).command(large, 'arbitrate', { leadUnit: housing });
    w.expect('the district names the department (确定责任部门)', named.leadUnit, housing);
    const limited = await w.as(fengtai).command(large, 'reclassify', { tier: 'complex' });
    const allowed = Date.parse(limited.dueAt!) - Date.parse(limited.openedAt);
    w.expect('and the deadline (限时办结), days', allowed / dayMs, 15);
    await w.as(fengtai).command(large, 'supervise');

    const department = w.as(housing);
    await department.command(large, 'sign');
    await w.pass(5 * dayMs);
    await department.command(large, 'answer', { text: '已组织协商。' });
    const unresolved = { reached: true, responded: true, resolved: false, grade: 'dissatisfied' };
    const back = await w.hotline.command(large, 'recordCallback', unresolved);
    w.expect('evaluated: not resolved goes back (重办)', [back.status, back.reopens], ['handling', 1]);
    await w.pass(3 * dayMs);
    await department.command(large, 'answer', { text: '已达成协议，开始施工。' });
    const closed = await w.hotline.command(large, 'recordCallback', content);
    w.expect('followed up until it is resolved (跟踪问效)', closed.outcome, 'resolved');

    const month = await department.get<{ rows: { outcome: string; reopens: number }[] }>(
      `/tickets?unit=${housing}&month=2018-09`,
      { what: '按月查办结', fact: ({ rows }: { rows: unknown[] }) => `${rows.length} closed` },
    );
    w.expect(
      'the account of the month shows it (公示反馈)',
      month.rows.map(({ outcome, reopens }) => [outcome, reopens]),
      [['resolved', 1]],
    );
  },
};
