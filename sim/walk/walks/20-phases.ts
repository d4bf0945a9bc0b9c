import { secondMs } from '../../../functions/core/time.ts';
import type { Problem } from '../speaker.ts';
import type { Walk } from '../walk.ts';

const pilot = 'tuodong';
const other = 'longquan';
const whistle = { kind: 'street', unitCodes: ['panlong-enforcement'] };

/** Rules switch on per unit and day: a pilot, the plan, all units by a date, permanent from another. */
export const phases: Walk = {
  number: 20,
  name: 'phases',
  title: { zh: '分阶段推开', en: 'roll-out in phases' },
  source: '云南网 on 盘龙区; Beijing’s pilots are walked by three-whistles',
  city: 'panlong',
  pack: 'panlong',
  startAt: '2019-06-03T09:00:00+08:00',
  restsOn: ['rollout', 'powers'],
  assumes: [
    'the phase of the plan (实施方案形成阶段) switches nothing on, so it has no entry among the phases',
  ],
  steps: async (w) => {
    const open = async (street: string) => {
      const ticket = await w.hotline.submit({
        source: '12345',
        sourceKey: `stalls-${street}`,
        kind: 'complaint',
        channel: 'phone',
        description: '路边占道经营。',
        itemCode: '0201-02',
        place: { unitCode: street },
      });
      await w.as(street).command(ticket, 'sign');
      return ticket;
    };
    const inPilot = await open(pilot);
    const inOther = await open(other);
    const first = await w.as(pilot).command(inPilot, 'blowWhistle', whistle);
    w.expect('pilot phase: the pilot whistles (工作试点)', first.summonses.length, 1);
    const early = await w.as(other).refused(inOther, 'blowWhistle', whistle, 403);
    w.expect('and another waits for its phase', early.rule, 'rollout.rollOut');

    await w.until('2019-07-09T23:59:59+08:00');
    const still = await w.as(other).refused(inOther, 'blowWhistle', whistle, 403);
    w.expect('the plan changes nothing yet (实施方案形成)', still.code, 'NOT_IN_REMIT');
    await w.pass(secondMs);
    const rolled = await w.as(other).command(inOther, 'blowWhistle', whistle);
    w.expect('from the day of the roll-out everybody whistles (全面推进)', rolled.summonses.length, 1);

    const use = { unitCode: 'panlong-planning', text: '请统筹安排停车位。' };
    const refusal = { fact: ({ code, detail }: Problem) => `${code}: ${detail}` };
    await w.until('2019-09-30T23:59:59+08:00');
    const soon = await w
      .as(other)
      .post<Problem>('/powers/coordination', use, { what: '行使统筹协调权', expect: 403, ...refusal });
    w.expect('to the end of September without the powers', soon.rule, 'rollout.permanent');
    await w.pass(secondMs);
    const used = await w
      .as(other)
      .post<{ power: string }>('/powers/coordination', use, { what: '行使统筹协调权', expect: 201 });
    w.expect('from October in permanent form (固化成果、常态长效)', used.power, 'coordination');
  },
};
