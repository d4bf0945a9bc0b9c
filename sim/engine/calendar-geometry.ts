/** Bags of the calendar: the fine buckets of one coarse bucket, the coarse buckets ahead, and one for the overflow. */
export const fineCount = 256;
export const fineMask = fineCount - 1;
export const coarseCount = 1024;
export const coarseMask = coarseCount - 1;
export const overflowBag = fineCount + coarseCount;
export const bagCount = overflowBag + 1;

/** Events a fine bucket should hold. Speed is flat from 2 to 12. */
const eventsPerBucket = 4;

/** Width of fine buckets that suits `events` spread over `elapsed`; 0 if that says nothing. */
export function widthFor(elapsed: number, events: number): number {
  const width = events > 0 ? (elapsed / events) * eventsPerBucket : 0;
  return Number.isFinite(1 / width) ? width : 0;
}

/** True if changing the width is worth moving every pending event. */
export const isWidthFar = (width: number, ideal: number): boolean =>
  ideal > 0 && (width > ideal * widthSlack || ideal > width * widthSlack);

const widthSlack = 3;
