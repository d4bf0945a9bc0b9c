/**
 * The 128 bits that start the stream `name` of the run `seed`: the 64-bit FNV-1a hash of the UTF-8 text `seed:name`,
 * spread over four words by two steps of SplitMix64, as the authors of xoshiro advise. Stable for ever: a change
 * here changes every published result.
 * @throws RangeError if the seed is not a safe integer.
 */
export function streamSeed(seed: number, name: string): Int32Array {
  if (!Number.isSafeInteger(seed))
    throw new RangeError(`seed ${seed} of stream '${name}' must be a safe integer`);
  let hash = fnvOffset;
  for (const byte of new TextEncoder().encode(`${seed}:${name}`)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * fnvPrime);
  }
  const words = new BigUint64Array([splitMix(hash, 1n), splitMix(hash, 2n)]);
  const state = new Int32Array(4);
  for (let i = 0; i < 4; i++) state[i] = Number((words[i >> 1]! >> BigInt((i & 1) * 32)) & 0xffff_ffffn) | 0;
  if (state.every((word) => word === 0)) state[0] = 1;
  return state;
}

/** Output `step` of the SplitMix64 generator that starts at `start` (Steele, Lea and Flood 2014). */
function splitMix(start: bigint, step: bigint): bigint {
  let z = BigInt.asUintN(64, start + step * 0x9e37_79b9_7f4a_7c15n);
  z = BigInt.asUintN(64, (z ^ (z >> 30n)) * 0xbf58_476d_1ce4_e5b9n);
  z = BigInt.asUintN(64, (z ^ (z >> 27n)) * 0x94d0_49bb_1331_11ebn);
  return z ^ (z >> 31n);
}

const fnvOffset = 0xcbf2_9ce4_8422_2325n;
const fnvPrime = 0x100_0000_01b3n;
