import type { Catalogue } from '../../../functions/core/catalogue/catalogue-schema.ts';
import { catalogueProvenance } from './provenance.ts';
import type { BeijingSources } from './sources.ts';

type Row = BeijingSources['matters'][number];
type Item = Catalogue['groups'][number]['subgroups'][number]['items'][number];

/** The dispatch class follows the tier: what must be handled fast must be dispatched fast. */
const dispatchClassOf = {
  emergency: 'emergency',
  basics: 'basics',
  general: 'general',
  complex: 'general',
} as const;

/** Builds the catalogue's groups from the source table: 01 is a group, 0101 a subgroup, 0101-01 an item. */
export const matters = (rows: readonly Row[]): Catalogue => {
  const titled = ({ code, zh, en }: Row) => ({ code, name: { zh, en } });
  const under = (code: string, length: number) =>
    rows.filter((row) => row.code.length === length && row.code.startsWith(code));
  return {
    schema: 'citywhistle/catalogue@1',
    id: 'beijing',
    provenance: catalogueProvenance,
    groups: under('', 2).map((group) => ({
      ...titled(group),
      subgroups: under(group.code, 4).map((subgroup) => ({
        ...titled(subgroup),
        items: under(`${subgroup.code}-`, 7).map(matter),
      })),
    })),
  };
};

const matter = ({ code, zh, en, tier, lead, helpers, supervisor, keywords }: Row): Item => {
  if (tier === '') throw new Error(`catalogue.csv: ${code} has no tier`);
  return {
    code,
    name: { zh, en },
    tier,
    dispatchClass: dispatchClassOf[tier],
    lead,
    helpers,
    supervisor,
    keywords,
    from: tier,
  };
};
