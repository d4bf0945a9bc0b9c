import { addCounts, type MatterCounts, noCounts } from '../../../functions/core/early/topic/matter-counts.ts';
import type { CountedMatter } from '../../../functions/core/early/topic/rank-candidates.ts';
import { Answer } from '../../../functions/core/ticket/kinds.ts';

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Cases that ended in each of the last months, by item, and what their citizens said. */
export class ItemCounts {
  private readonly codes: readonly string[];
  private readonly window: number;
  private months: Mutable<MatterCounts>[][];

  constructor(codes: readonly string[], window: number) {
    this.codes = codes;
    this.window = window;
    this.months = [this.fresh()];
  }

  add(item: number, resolved: Answer, satisfied: Answer): void {
    const counts = this.months.at(-1)![item];
    if (counts === undefined) return;
    counts.cases += 1;
    if (resolved !== Answer.unknown) counts.resolutionBase += 1;
    if (resolved === Answer.no) counts.unresolved += 1;
    if (satisfied !== Answer.unknown) counts.satisfactionBase += 1;
    if (satisfied === Answer.no) counts.dissatisfied += 1;
  }

  /** All months of the window together, that under way included. */
  ofWindow(): CountedMatter[] {
    return this.codes.map((item, i) => ({
      item,
      ...this.months.map((month) => month[i]!).reduce<MatterCounts>(addCounts, noCounts),
    }));
  }

  nextMonth(): void {
    this.months = [...this.months, this.fresh()].slice(-this.window);
  }

  private fresh(): Mutable<MatterCounts>[] {
    return this.codes.map(() => ({ ...noCounts }));
  }
}
