import type { BoardRow } from '../../functions/core/score/board.ts';
import { drawNormal } from '../engine/distributions/normal.ts';
import type { City } from './city.ts';
import { playing } from './gaming.ts';

/**
 * How hard each unit tries, on the logit of a matter being resolved: its own level, what all learn month by month, and
 * what the lists of the month before moved (a place on the shame list spurs, one on the honour list eases off).
 */
export class UnitEffort {
  /** By unit, now. */
  readonly now: Float64Array;
  private readonly own: Float64Array;
  private readonly moved: Float64Array;
  private readonly city: City;
  private months = 0;

  constructor(city: City) {
    this.city = city;
    const { spread } = city.setup.scenario.units.effort;
    const stream = city.streams.of('unit effort');
    const { count } = city.rules.units;
    this.own = Float64Array.from({ length: count }, () => spread.value * drawNormal(stream));
    this.moved = new Float64Array(count);
    this.now = new Float64Array(count);
    this.refresh();
  }

  /** A month is over and its boards are out. */
  feedBack(groups: Readonly<Record<string, readonly BoardRow[]>>): void {
    const { listShare, shame, honour, keptShare } = this.city.setup.scenario.units.effort;
    for (let unit = 0; unit < this.moved.length; unit += 1) this.moved[unit]! *= keptShare.value;
    for (const rows of Object.values(groups)) {
      const ranked = rows.filter((row) => row.rank !== undefined);
      const listed = Math.floor(ranked.length * listShare.value);
      for (const row of ranked.slice(0, listed)) this.move(row.unit, honour.value);
      for (const row of ranked.slice(ranked.length - listed)) this.move(row.unit, shame.value);
    }
    this.months += 1;
    this.refresh();
  }

  private move(code: string, by: number): void {
    this.moved[this.city.rules.units.byCode.get(code)!]! += by;
  }

  private refresh(): void {
    const { units } = this.city.setup.scenario;
    const { start, learningPerMonth } = units.effort;
    const base = start.value + learningPerMonth.value * this.months;
    const isHeldBack = this.months < units.holdBack.months.value;
    for (let unit = 0; unit < this.now.length; unit += 1) {
      const held =
        isHeldBack && this.city.gaming[unit] === playing('holdBack') ? units.holdBack.depth.value : 0;
      this.now[unit] = base + this.own[unit]! + this.moved[unit]! - held;
    }
  }
}
