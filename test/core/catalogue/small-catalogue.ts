import type { Catalogue, CatalogueItem } from '../../../functions/core/catalogue/catalogue-schema.ts';

export const smallItem = (row: Partial<CatalogueItem> & Pick<CatalogueItem, 'code'>): CatalogueItem => ({
  name: { zh: row.code, en: row.code },
  tier: 'general',
  dispatchClass: 'general',
  lead: 'subdistrict',
  helpers: [],
  keywords: [],
  from: 'made',
  ...row,
});

/** A catalogue of one group and one subgroup that holds the given items. */
export const smallCatalogue = (items: CatalogueItem[]): Catalogue => ({
  schema: 'citywhistle/catalogue@1',
  id: 'small',
  provenance: { made: { assumption: 'made for a test' } },
  groups: [
    {
      code: '01',
      name: { zh: '组', en: 'Group' },
      subgroups: [{ code: '0101', name: { zh: '小组', en: 'Subgroup' }, items }],
    },
  ],
});
