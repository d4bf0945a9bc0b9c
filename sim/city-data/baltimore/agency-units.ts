import type { Unit } from '../../../functions/core/directory/directory-schema.ts';
import type { BaltimoreRow } from './read-rows.ts';
import { codesOf } from './slug.ts';

const chinese: Readonly<Record<string, string>> = {
  'Solid Waste': '固体废物处',
  Transportation: '交通局',
  Housing: '住房局',
  'Water Wastewater': '供水与污水处',
  BGE: '巴尔的摩燃气电力公司',
  Finance: '财政局',
  Health: '卫生局',
  'Recreation & Parks': '休闲与公园局',
  'Call Center': '呼叫中心',
  'Fire Department': '消防局',
  'Parking Authority': '停车管理局',
  'Liquor Board': '酒类许可委员会',
  'Public Works': '公共工程局',
  'Police Department': '警察局',
  BCIT: '信息技术办公室',
  "Mayor's Office": '市长办公室',
};

/** Companies that the file lists among the agencies. */
const companies: readonly string[] = ['BGE'];

/** The agencies of the file as departments (companies as enterprises), with the code of each by its name. */
export const agencyUnits = (
  rows: readonly BaltimoreRow[],
): { readonly units: Unit[]; readonly codes: ReadonlyMap<string, string> } => {
  const codes = codesOf(
    rows.map(({ agency }) => agency),
    'a-',
  );
  const units = [...codes].map(
    ([name, code]): Unit => ({
      code,
      kind: companies.includes(name) ? 'enterprise' : 'department',
      name: { zh: chinese[name] ?? name, en: name },
      areaParent: 'baltimore',
      from: 'agency',
    }),
  );
  return { units, codes };
};
