import type { Directory, Unit } from '../../../functions/core/directory/directory-schema.ts';

const unit = (row: Omit<Unit, 'from'>): Unit => ({ ...row, from: 'made' });

/** A city of two districts that both have an 八里庄, with a bureau, a branch, a community and a company. */
export const smallDirectory = (): Directory => ({
  schema: 'citywhistle/directory@1',
  id: 'small',
  title: { zh: '小城', en: 'Small' },
  utcOffset: '+08:00',
  provenance: { made: { assumption: 'made for a test' } },
  units: [
    unit({ code: 'city', kind: 'city', name: { zh: '小城' } }),
    unit({ code: 'east', kind: 'district', name: { zh: '朝阳区' }, aliases: ['朝阳'], areaParent: 'city' }),
    unit({ code: 'west', kind: 'district', name: { zh: '海淀区' }, aliases: ['海淀'], areaParent: 'city' }),
    unit({
      code: 'e1',
      kind: 'subdistrict',
      name: { zh: '八里庄街道' },
      aliases: ['八里庄', '八里庄新家园'],
      areaParent: 'east',
    }),
    unit({
      code: 'w1',
      kind: 'subdistrict',
      name: { zh: '八里庄街道' },
      aliases: ['八里庄'],
      areaParent: 'west',
    }),
    unit({
      code: 'w2',
      kind: 'subdistrict',
      name: { zh: '海淀街道' },
      aliases: ['海淀'],
      areaParent: 'west',
    }),
    unit({
      code: 'e2',
      kind: 'subdistrict',
      name: { zh: '望京街道' },
      aliases: ['望京'],
      areaParent: 'east',
    }),
    unit({ code: 'water', kind: 'department', name: { zh: '水务局', en: 'Water' }, areaParent: 'city' }),
    unit({
      code: 'east-water',
      kind: 'bureau',
      name: { zh: '朝阳区水务局' },
      areaParent: 'east',
      lineParent: 'water',
    }),
    unit({
      code: 'e1-water',
      kind: 'branch',
      name: { zh: '八里庄水务所' },
      areaParent: 'e1',
      lineParent: 'east-water',
    }),
    unit({ code: 'e1-c1', kind: 'community', name: { zh: '十里堡社区' }, areaParent: 'e1' }),
    unit({
      code: 'pipes',
      kind: 'enterprise',
      name: { zh: '自来水公司' },
      areaParent: 'city',
      lineParent: 'water',
    }),
  ],
  places: [{ name: '望京公园', unit: 'e2', from: 'made' }],
});
