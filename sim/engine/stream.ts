import { streamSeed } from './stream-seed.ts';

/**
 * A stream of chance for one purpose: xoshiro128** 1.1 (Blackman and Vigna), period 2^128 - 1. Its state is in an
 * Int32Array because V8 keeps that unboxed; in fields or closures each draw takes twice as long.
 */
export class Stream {
  readonly name: string;
  private readonly state = new Int32Array(4);

  /** The stream that a run, named by its seed, uses for the purpose `name`. */
  constructor(seed: number, name: string) {
    this.name = name;
    this.reseed(seed);
  }

  /** Back to the first number of this purpose in another run. */
  reseed(seed: number): void {
    this.state.set(streamSeed(seed, this.name));
  }

  /** 32 random bits as a signed integer. */
  next32(): number {
    const state = this.state;
    const s0 = state[0]!;
    const s1 = state[1]!;
    const s2 = state[2]! ^ s0;
    const s3 = state[3]! ^ s1;
    const scrambled = Math.imul(s1, 5);
    state[0] = s0 ^ s3;
    state[1] = s1 ^ s2;
    state[2] = s2 ^ (s1 << 9);
    state[3] = (s3 << 11) | (s3 >>> 21);
    return Math.imul((scrambled << 7) | (scrambled >>> 25), 9);
  }

  /** A multiple of 2^-53 in [0, 1), from two draws. */
  next01(): number {
    const high = this.next32() >>> 5;
    return (high * 0x400_0000 + (this.next32() >>> 6)) * 2 ** -53;
  }

  /** True with the given probability, which is rounded to a multiple of 2^-32. One draw. */
  chance(probability: number): boolean {
    return (this.next32() >>> 0) * 2 ** -32 < probability;
  }

  /**
   * An integer from 0 to `count - 1`, each equally likely: Lemire's multiplication (2019), which draws again in the
   * few cases that would favour some. `count` is an integer from 1 to 2^21, so that the product is exact.
   */
  below(count: number): number {
    let product = (this.next32() >>> 0) * count;
    if (product >>> 0 < count) {
      const favoured = 2 ** 32 % count;
      while (product >>> 0 < favoured) product = (this.next32() >>> 0) * count;
    }
    return Math.floor(product * 2 ** -32);
  }
}
