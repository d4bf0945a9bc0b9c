import type { BeijingSources } from './sources.ts';

/** The 343 subdistricts in law, each with its district; zones and airports are none. */
export const subdistricts = ({ districts }: Pick<BeijingSources, 'districts'>) =>
  districts.flatMap((district) =>
    district.units
      .filter(({ kind }) => kind !== 'non_statutory_unit')
      .map((subdistrict) => ({ district, subdistrict })),
  );

export type PlacedSubdistrict = ReturnType<typeof subdistricts>[number];
