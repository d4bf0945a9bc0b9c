import type { Cause } from './cause.ts';

/** Every cause of a run, by number; 0 is none. */
export class Causes {
  private readonly all: Cause[] = [];
  private underWay: number[] = [];

  add(cause: Cause): number {
    const id = this.all.push(cause);
    this.underWay.push(id);
    return id;
  }

  get(id: number): Cause {
    const cause = this.all[id - 1];
    if (cause === undefined) throw new RangeError(`there is no cause ${id}`);
    return cause;
  }

  /** Those that have not faded, and begin by then. */
  *at(now: number): Iterable<number> {
    this.underWay = this.underWay.filter((id) => this.get(id).fadesAt > now);
    for (const id of this.underWay) if (this.get(id).bornAt <= now) yield id;
  }
}
