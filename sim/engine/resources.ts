/**
 * Many resources of one kind (units with servers) in flat arrays, each with a capacity and one queue, first in first
 * out. An entity waits for one resource at a time; entities are small integers, as those of events.
 */
export class Resources {
  readonly capacity: Int32Array;
  /** Entities that hold each resource, and those that wait for it. */
  readonly busy: Int32Array;
  readonly waiting: Int32Array;
  private readonly first: Int32Array;
  private readonly last: Int32Array;
  /** Neighbours of each waiting entity in its queue; -1 at an end. */
  private next = new Int32Array(1024);
  private previous = new Int32Array(1024);

  /** `capacities[i]` entities can hold resource `i` at once. */
  constructor(capacities: readonly number[]) {
    this.capacity = Int32Array.from(capacities);
    this.busy = new Int32Array(capacities.length);
    this.waiting = new Int32Array(capacities.length);
    this.first = new Int32Array(capacities.length).fill(-1);
    this.last = new Int32Array(capacities.length).fill(-1);
  }

  /** Everything idle and every queue empty; capacities stay. */
  reset(): void {
    this.busy.fill(0);
    this.waiting.fill(0);
    this.first.fill(-1);
    this.last.fill(-1);
  }

  /** Gives the resource to an entity if there is room, else queues it. True if the entity now holds it. */
  seize(resource: number, entity: number): boolean {
    if (this.busy[resource]! < this.capacity[resource]!) {
      this.busy[resource]!++;
      return true;
    }
    if (entity >= this.next.length) this.grow(entity);
    const last = this.last[resource]!;
    this.next[entity] = -1;
    this.previous[entity] = last;
    if (last < 0) this.first[resource] = entity;
    else this.next[last] = entity;
    this.last[resource] = entity;
    this.waiting[resource]!++;
    return false;
  }

  /** Takes the resource back from one holder. The entity that holds it next, or -1. */
  release(resource: number): number {
    this.busy[resource]!--;
    return this.admit(resource);
  }

  /** Gives free room to the first in the queue, as after a rise of `capacity`. The entity, or -1 if none can start. */
  admit(resource: number): number {
    const entity = this.first[resource]!;
    if (entity < 0 || this.busy[resource]! >= this.capacity[resource]!) return -1;
    this.renege(resource, entity);
    this.busy[resource]!++;
    return entity;
  }

  /** Takes an entity that waits for the resource out of its queue, wherever it stands. */
  renege(resource: number, entity: number): void {
    const next = this.next[entity]!;
    const previous = this.previous[entity]!;
    if (previous < 0) this.first[resource] = next;
    else this.next[previous] = next;
    if (next < 0) this.last[resource] = previous;
    else this.previous[next] = previous;
    this.waiting[resource]!--;
  }

  private grow(entity: number): void {
    const length = Math.max(entity + 1, this.next.length * 2);
    const { next, previous } = this;
    this.next = new Int32Array(length);
    this.next.set(next);
    this.previous = new Int32Array(length);
    this.previous.set(previous);
  }
}
