/** The list of the routes of a month that a unit walks, or that lie in a subdistrict or district. */
export const patrolList = (place: string, month: string): string => `patrol/${place}/${month}`;
