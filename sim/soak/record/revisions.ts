/** Something stored with a revision. */
interface Revised {
  readonly rev: number;
}

/** A revision and when it was written. */
export interface Written<Record extends Revised> {
  readonly record: Record;
  readonly at: number;
}

/**
 * Every revision of things that were written, in the order of their revisions: answers of two writes may overtake each
 * other on their way.
 */
export class Revisions<Record extends Revised> {
  readonly byId = new Map<string, Written<Record>[]>();

  add(id: string, record: Record, at: number): void {
    const written = this.byId.get(id) ?? [];
    this.byId.set(id, written);
    const place = written.findLastIndex((other) => other.record.rev <= record.rev) + 1;
    written.splice(place, 0, { record, at });
  }

  /** The last revision of this number, if it has been seen. */
  of(id: string, rev: number): Record | undefined {
    return this.byId.get(id)?.findLast(({ record }) => record.rev === rev)?.record;
  }
}
