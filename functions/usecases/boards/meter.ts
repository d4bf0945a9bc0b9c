import type { StoreCounts } from '../../ports/board-job.ts';

/** Counts the pages and parts a job reads and the items it writes. */
export class Meter {
  reads: number;
  writes: number;

  constructor({ reads, writes }: StoreCounts) {
    this.reads = reads;
    this.writes = writes;
  }

  read(): void {
    this.reads += 1;
  }

  wrote(): void {
    this.writes += 1;
  }

  counts(): StoreCounts {
    return { reads: this.reads, writes: this.writes };
  }
}
