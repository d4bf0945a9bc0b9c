import type { Provenance } from '../../../functions/core/provenance.ts';

const source = 'Open Baltimore, 311 Customer Service Requests, 2014 to 2019, CC BY 3.0';

/** Where the rows of Baltimore's directory come from. */
export const directoryProvenance = {
  city: { basis: source },
  councilDistrict: { basis: `${source}, column CouncilDistrict` },
  unknownDistrict: {
    assumption: 'Rows without neighborhood and council district need a place: this row holds it',
  },
  neighborhood: {
    assumption: `${source}, column Neighborhood; under the council district that most of its rows name, as some lie in several`,
  },
  agency: { basis: `${source}, column Agency` },
} as const satisfies Record<string, Provenance>;

/** Where the rows of Baltimore's catalogue and tiers come from. */
export const catalogueProvenance = {
  learned: {
    basis: `${source}: DueDate minus CreatedDate, learned from every other row of each type; lead: column Agency`,
  },
  noDueDate: {
    basis: `${source}: no row of this type that was learned from has a DueDate; lead: column Agency`,
  },
} as const satisfies Record<string, Provenance>;

/** The reason given with each tier. */
export const tierBasis = catalogueProvenance.learned.basis;
export const noTierBasis = catalogueProvenance.noDueDate.basis;
