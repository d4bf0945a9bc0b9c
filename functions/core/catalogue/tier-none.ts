/** The tier key of items that have no deadline at all. */
export const tierNone = 'none';
