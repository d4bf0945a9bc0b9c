/** Who acts, where it is no unit of the directory. Units are indexes from 0. */
export const Actor = {
  /** Time itself: a promise that came due. */
  clock: -1,
  /** The hotline platform (12345 平台). */
  hotline: -2,
} as const;
