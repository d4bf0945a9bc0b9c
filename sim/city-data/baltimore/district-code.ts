/** The district for rows that name neither a neighborhood nor a council district. */
export const unknownDistrict = 'council-unknown';

/** The unit code of a council district as the file writes it (a number), or `unknownDistrict`. */
export const districtCode = (council: string | null): string =>
  council !== null && /^\d{1,3}$/.test(council) ? `council-${Number(council)}` : unknownDistrict;
