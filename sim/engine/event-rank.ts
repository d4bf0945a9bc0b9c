/** Priority and kind of an event in one int32, priority first, both from 0 to `rankPartMax`. */
export const rankOf = (priority: number, kind: number): number => (priority << kindBits) | kind;

export const kindOf = (rank: number): number => rank & kindMask;

/** True if, of two events at one instant, the first comes first: by priority, then by sequence of scheduling. */
export function isRankedBefore(
  rank: number,
  sequence: number,
  otherRank: number,
  otherSequence: number,
): boolean {
  const priority = rank >> kindBits;
  const otherPriority = otherRank >> kindBits;
  return priority === otherPriority ? sequence >>> 0 < otherSequence >>> 0 : priority < otherPriority;
}

const kindBits = 16;
const kindMask = (1 << kindBits) - 1;
export const rankPartMax = 0x7fff;
