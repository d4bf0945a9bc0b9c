import * as fc from 'fast-check';

/** What comes from an arbitrary list, and the same with each entry doubled, in any order. */
export const shuffledTwice = <T>(lists: fc.Arbitrary<readonly T[]>): fc.Arbitrary<[readonly T[], T[]]> =>
  lists.chain((list) => {
    const length = list.length * 2;
    return fc.tuple(
      fc.constant(list),
      fc.shuffledSubarray([...list, ...list], { minLength: length, maxLength: length }),
    );
  });
