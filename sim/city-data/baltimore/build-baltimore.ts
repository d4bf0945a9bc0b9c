import type { Catalogue } from '../../../functions/core/catalogue/catalogue-schema.ts';
import { tierNone } from '../../../functions/core/catalogue/tier-none.ts';
import type { Directory } from '../../../functions/core/directory/directory-schema.ts';
import { hourMs } from '../../../functions/core/time.ts';
import { dataText } from '../data-text.ts';
import { packText } from '../pack-text.ts';
import { agencyUnits } from './agency-units.ts';
import { areaUnits } from './area-units.ts';
import { type LearnedSpan, learnSpans } from './learn-spans.ts';
import { baltimoreUtcOffset } from './parse-clock-time.ts';
import { policyPack } from './policy-pack.ts';
import { directoryProvenance, noTierBasis, tierBasis } from './provenance.ts';
import type { BaltimoreRow } from './read-rows.ts';
import { serviceCatalogue, tierKey } from './service-catalogue.ts';

/** The tiers of Baltimore by key: hours from creation to the deadline; `none` has no deadline. */
export type BaltimoreTiers = Readonly<
  Record<string, { readonly hours: number | null; readonly basis: string }>
>;

/** A city made of a 311 file, and what was learned on the way. */
export type Baltimore = {
  readonly directory: Directory;
  readonly catalogue: Catalogue;
  readonly tiers: BaltimoreTiers;
  readonly spans: readonly LearnedSpan[];
  /** The text of each data file, by file name. */
  readonly files: Readonly<Record<string, string>>;
  /** The text of the policy pack that goes with them: `baltimore.json`. */
  readonly pack: string;
};

/** Builds a city from a 311 file's rows. The same rows in the same order always give the same files. */
export const buildBaltimore = (rows: readonly BaltimoreRow[]): Baltimore => {
  const agencies = agencyUnits(rows);
  const spans = learnSpans(rows);
  const catalogue = serviceCatalogue(rows, spans, agencies.codes);
  const directory: Directory = {
    schema: 'citywhistle/directory@1',
    id: 'baltimore',
    title: { zh: '巴尔的摩', en: 'Baltimore' },
    utcOffset: baltimoreUtcOffset,
    provenance: directoryProvenance,
    units: [...areaUnits(rows), ...agencies.units],
    places: [],
  };
  const tiers = tiersOf(spans);
  return {
    directory,
    catalogue,
    tiers,
    spans,
    files: {
      'directory.json': dataText(directory),
      'catalogue.json': dataText(catalogue),
      'tiers.json': dataText(tiers),
    },
    pack: packText(policyPack(tiers)),
  };
};

const tiersOf = (spans: readonly LearnedSpan[]): BaltimoreTiers => {
  const timed = spans.filter(({ spanMs }) => spanMs !== null).sort((a, b) => a.spanMs! - b.spanMs!);
  return {
    ...Object.fromEntries(
      timed.map((span) => [tierKey(span), { hours: span.spanMs! / hourMs, basis: tierBasis }]),
    ),
    [tierNone]: { hours: null, basis: noTierBasis },
  };
};
