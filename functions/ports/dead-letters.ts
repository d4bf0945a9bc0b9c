/** Messages that were tried too often. */
export interface DeadLetters {
  /** Puts up to `max` of them back into their queue; says how many it moved. */
  redrive(max: number): Promise<number>;
}
