import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listDuties } from '../../../functions/core/duties/list-duties.ts';
import { parseDuties } from '../../../functions/core/duties/parse-duties.ts';
import { cityFolder } from '../../city-data/city-folders.ts';
import { settle } from '../steps/settle.ts';
import type { Walk } from '../walk.ts';

const dongzhimen = '110101009';
const district = '110101';

/** What the list gives to a department is not pushed down: the refusal names the duty and who leads it. */
export const dutyList: Walk = {
  number: 4,
  name: 'duty-list',
  title: { zh: '街道职责清单（准入制度）', en: 'the duty list and its admission rule' },
  source: '调研报告 2018-12; report on 大安市',
  city: 'beijing',
  pack: 'beijing-duties',
  startAt: '2018-10-08T09:00:00+08:00',
  restsOn: ['duties'],
  assumes: ['the 111 rows are a sample, each marked as such'],
  steps: async (w) => {
    const file = join(cityFolder('beijing'), 'duties.json');
    const list = parseDuties(JSON.parse(readFileSync(file, 'utf8')));
    if (!list.ok) throw new Error(`${file}: ${JSON.stringify(list.error)}`);
    const rows = listDuties(list.value).map(({ duty }) => duty);
    const led = rows.filter(({ part }) => part === 'lead').length;
    w.expect('boards (板块)', list.value.boards.length, 6);
    w.expect('duties (职责)', rows.length, 111);
    w.expect('led by the subdistrict (主体承担), %', Math.round((100 * led) / rows.length), 24);

    const request = (sourceKey: string, itemCode: string, description: string) => ({
      source: '12345',
      sourceKey,
      kind: 'complaint',
      channel: 'phone',
      description,
      itemCode,
    });
    const pushed = await w.hotline.submit(request('road', '0501-02', '路面坑洼，骑车摔跤。'));
    const refused = await w.hotline.refused(pushed, 'triage', { leadUnit: dongzhimen }, 403);
    w.expect('pushed down against the list', refused.rule, 'duties.list');
    w.expect('the refusal names the duty', refused.duty, {
      code: 'C21',
      zh: '道路养护',
      en: 'Road maintenance',
      leadUnit: `${district}-transport`,
    });
    const given = await w.hotline.command(pushed, 'triage', {
      placeCode: dongzhimen,
      leadUnit: `${district}-transport`,
    });
    w.expect('the body it names takes it', given.leadUnit, `${district}-transport`);

    const own = await w.hotline.submit(request('stalls', '0303-01', '人行道上摆满了摊位。'));
    const taken = await w.hotline.command(own, 'triage', { leadUnit: dongzhimen, placeCode: dongzhimen });
    w.expect('what the subdistrict leads it is given', taken.leadUnit, dongzhimen);
    const closed = await settle(w, taken, { text: '摊位已清理。' });
    w.expect('and settles', closed.outcome, 'resolved');
  },
};
