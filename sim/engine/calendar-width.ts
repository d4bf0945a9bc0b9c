/** The width is changed when it is this many times too wide or too narrow. */
const widthSlack = 3;

/** Numbers of fine buckets stay below this where a calendar begins, so that they are exact. */
const fineMax = 2 ** 48;

/** Bounds of the width whatever the times: it and its inverse must be finite. */
const widthMin = 2 ** -500;
const widthMax = 2 ** 500;

/** Width that suits fine buckets of so many of the events spread over `elapsed`, from an instant on; 0 if that says nothing. */
export function widthFor(elapsed: number, buckets: number, from: number): number {
  const width = elapsed / buckets;
  return width > 0 ? Math.min(atLeastExact(width, from), widthMax) : 0;
}

/** The width, or the least one with exact bucket numbers at an instant. */
export const atLeastExact = (width: number, at: number): number =>
  Math.max(width, Math.abs(at) / fineMax, widthMin);

/** True if changing the width is worth moving every pending event. */
export const isWidthFar = (width: number, ideal: number): boolean =>
  ideal > 0 && (width > ideal * widthSlack || ideal > width * widthSlack);
