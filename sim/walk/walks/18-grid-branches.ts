import { minuteMs } from '../../../functions/core/time.ts';
import { settle } from '../steps/settle.ts';
import type { Walk } from '../walk.ts';

/** A grid answers where something is; its branch answers for it; riders report what they see. */
export const gridBranches: Walk = {
  number: 18,
  name: 'grid-branches',
  title: { zh: '第十二师三坪农场：网格党支部', en: 'grid branches of Sanping Farm' },
  source: '工人日报 2023',
  city: 'sanping',
  pack: 'sanping',
  startAt: '2023-01-09T09:00:00+08:00',
  restsOn: ['whistleKinds.emergency'],
  assumes: [
    'which grid belongs to which branch, and all names of branches, grids and committees, are placeholders',
    'a branch stands as the unit that requests of its grids go straight to, the farm as what is above it',
  ],
  steps: async (w) => {
    const units = [...w.units.values()];
    const count = (kind: string) => units.filter((unit) => unit.kind === kind).length;
    w.expect('grid branches (网格党支部)', count('subdistrict'), 10);
    w.expect('grids (综治网格)', count('grid'), 54);
    w.expect("owners' committees (业主委员会)", count('organisation'), 15);

    const grids = units.filter(({ kind }) => kind === 'grid');
    const leads = await w.quietly(async () => {
      const tickets = [];
      for (const { code } of grids) {
        const ticket = await w.hotline.submit({
          source: '12345',
          sourceKey: `repair-${code}`,
          kind: 'help',
          channel: 'phone',
          description: '家里暖气不热，需要维修。',
          itemCode: '0101-01',
          place: { unitCode: code },
        });
        tickets.push(ticket);
      }
      return tickets;
    });
    w.say(
      `54 requests, one from each grid: ${new Set(leads.map(({ leadUnit }) => leadUnit)).size} branches lead`,
    );
    w.expect(
      'each request goes to the branch of its grid (并网融合)',
      leads.map(({ leadUnit }) => leadUnit),
      grids.map(({ areaParent }) => areaParent),
    );

    const [first] = leads;
    const closed = await settle(w, first!, { text: '物业已上门维修。' });
    w.expect(
      'settled by the branch (事有人管)',
      [closed.leadUnit, closed.outcome],
      ['branch-01', 'resolved'],
    );

    const seen = await w.as('grid-23').find(
      {
        sourceKey: 'rider-7-1',
        kind: 'patrol',
        channel: 'rider',
        description: '送餐时看到消防通道被车堵住了。',
        itemCode: '0201-01',
      },
      { what: '骑手随手报' },
    );
    w.expect(
      'a rider reports what he sees (先锋骑手)',
      [seen.leadUnit, seen.tier],
      ['branch-04', 'emergency'],
    );
    const { request } = await w.read(seen);
    w.expect('by a channel of their own', request?.channel, 'rider');
    const branch = w.as('branch-04');
    await branch.command(seen, 'sign');
    await branch.command(seen, 'blowWhistle', {
      kind: 'emergency',
      unitCodes: ['sanping-police', 'property'],
    });
    await w.pass(12 * minuteMs);
    for (const unitCode of ['sanping-police', 'property']) {
      const view = await w.as(unitCode).command(seen, 'arrive');
      const call = view.summonses.find((summons) => summons.unitCode === unitCode);
      w.expect(`${unitCode} came 12 minutes later: late (迟到)`, call?.late, false);
      await w.as(unitCode).command(seen, 'finishTask');
      await branch.command(seen, 'release', { unitCode });
    }
    const ended = await branch.command(seen, 'answer', { text: '车辆已移走。' });
    w.expect('the fire lane is free; nobody to call back', ended.outcome, 'done');
  },
};
