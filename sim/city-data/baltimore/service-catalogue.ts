import type { Catalogue, CatalogueItem } from '../../../functions/core/catalogue/catalogue-schema.ts';
import { tierNone } from '../../../functions/core/catalogue/tier-none.ts';
import { hourMs } from '../../../functions/core/time.ts';
import type { LearnedSpan } from './learn-spans.ts';
import { nameOfType } from './name-of-type.ts';
import { catalogueProvenance } from './provenance.ts';
import type { BaltimoreRow } from './read-rows.ts';
import { codesOf } from './slug.ts';

/** The key of the tier with this span: `h24` for whole hours, `s90` for other spans in seconds. */
export const tierKey = ({ spanMs }: LearnedSpan): string => {
  if (spanMs === null) return tierNone;
  return spanMs % hourMs === 0 ? `h${spanMs / hourMs}` : `s${spanMs / 1_000}`;
};

/** A type's name is written `SW-Dirty Alley`: the office's mark, then what it is about. */
const split = (type: string): { office: string; matter: string } => {
  const [, office = 'Other', matter = type] = /^([A-Z]+)\s*-\s*(.+)$/.exec(type) ?? [];
  return { office, matter };
};

/** Builds the catalogue: a group an office's mark, an item a type, led by the agency most of its rows name. */
export const serviceCatalogue = (
  rows: readonly BaltimoreRow[],
  spans: readonly LearnedSpan[],
  agencyCodes: ReadonlyMap<string, string>,
): Catalogue => {
  const rowsOf = Map.groupBy(rows, ({ type }) => type);
  const itemCodes = codesOf(rowsOf.keys());
  const item = (span: LearnedSpan): CatalogueItem => {
    const agency = agencyCodes.get(mostFrequentAgency(rowsOf.get(span.type) ?? []))!;
    return {
      code: itemCodes.get(span.type)!,
      name: { zh: nameOfType(span.type), en: nameOfType(span.type) },
      tier: tierKey(span),
      dispatchClass: 'general',
      lead: `unit:${agency}`,
      helpers: [],
      keywords: [split(span.type).matter.slice(0, 40).trim().toLowerCase()].filter(
        (word) => word.length >= 2,
      ),
      from: span.spanMs === null ? 'noDueDate' : 'learned',
    };
  };
  const groups = [...Map.groupBy(spans, ({ type }) => split(type).office)].sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  return {
    schema: 'citywhistle/catalogue@1',
    id: 'baltimore',
    provenance: catalogueProvenance,
    groups: groups.map(([office, ofOffice]) => ({
      code: office,
      name: { zh: office, en: office },
      subgroups: [{ code: `${office}-all`, name: { zh: office, en: office }, items: ofOffice.map(item) }],
    })),
  };
};

const mostFrequentAgency = (rows: readonly BaltimoreRow[]): string => {
  const counts = [...Map.groupBy(rows, ({ agency }) => agency)];
  counts.sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
  return counts[0]?.[0] ?? '';
};
