/** The rank of an event, one int32: its priority in the upper half, its kind in the lower one below this flag. */
export const kindMask = 0x7fff;

/** Set once the event was cancelled but its entry could not be moved. */
export const struckOut = 0x8000;
