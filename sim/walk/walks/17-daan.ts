import type { Walk } from '../walk.ts';
import { fivePowers } from './daan/five-powers.ts';
import { specialCheck } from './daan/special-check.ts';
import { squad, streetWhistles } from './daan/whistles.ts';

/** Powers that are used and counted, whistles that are answered or exported, and a check that street and public decide. */
export const daan: Walk = {
  number: 17,
  name: 'daan',
  title: { zh: '大安：五项权力、吹哨、专项考核', en: "Da'an: five powers, whistles, a special check" },
  source: 'report on 大安市',
  city: 'daan',
  pack: 'daan',
  startAt: '2021-04-06T09:00:00+08:00',
  restsOn: ['powers', 'score.special', 'whistleKinds.enforcement'],
  assumes: [
    'who used which power towards whom, and what each whistle was about, is not published',
    'which five leaders head streets, buildings and units (五长): the source names street, building and unit heads; two stay unnamed',
    'more than 1,200 officials and 3,000 residents as heads are persons: they are no units of the directory',
    'one arrival after its limit and one that never came, to have something to export',
  ],
  steps: async (w) => {
    const streets = [...w.units.values()]
      .filter(({ kind }) => kind === 'subdistrict')
      .map(({ code }) => code);
    const count = (kind: string) => [...w.units.values()].filter((unit) => unit.kind === kind).length;
    w.expect('departments that give powers to the streets (赋权部门)', count('department'), 21);
    w.expect('grid service stations (网格党群服务站)', count('grid'), 15);
    await fivePowers(w, streets);
    await squad(w, streets[0]!);
    await streetWhistles(w, streets);
    await specialCheck(w, streets);
  },
};
