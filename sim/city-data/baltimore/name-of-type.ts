/** The catalogue's longest name. */
const nameMax = 120;

/** The name under which a type of the file stands in the catalogue. */
export const nameOfType = (type: string): string => type.slice(0, nameMax);
