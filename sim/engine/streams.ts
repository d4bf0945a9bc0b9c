import { Stream } from './stream.ts';

/**
 * The streams of one run: `seed` picks the run, a name picks the purpose. Adding a draw under one name leaves every
 * other stream as it was, which is what paired comparisons rely on.
 */
export class Streams {
  private seed: number;
  private readonly byName = new Map<string, Stream>();

  constructor(seed: number) {
    this.seed = seed;
  }

  /** The stream for a purpose; the same one each time. Ask once and keep it: this looks the name up. */
  of(name: string): Stream {
    const known = this.byName.get(name);
    if (known !== undefined) return known;
    const stream = new Stream(this.seed, name);
    this.byName.set(name, stream);
    return stream;
  }

  /** Starts another run: every stream handed out goes back to its first number under the new seed. */
  reset(seed: number): void {
    this.seed = seed;
    for (const stream of this.byName.values()) stream.reseed(seed);
  }

  /** Parts that hold all state, for `checkpointOf`. */
  get parts(): readonly object[] {
    return [...this.byName.values()];
  }
}
