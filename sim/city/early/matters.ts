import type { City } from '../city.ts';
import { Live, liveWidth } from '../live-tickets.ts';
import { Luck, luckOf } from '../luck.ts';
import { EarlyCount, type EarlyTallies } from './early-tallies.ts';
import type { StaffTime } from './staff-time.ts';

/**
 * Matters (同因并案): once a cause is known, its tickets are handled by one plan, and each takes only a share of its own work.
 * Nothing else changes: every ticket keeps its clocks, is answered and called back on its own.
 */
export class Matters {
  private readonly city: City;
  private readonly tallies: EarlyTallies;
  private readonly staff: StaffTime;
  private readonly formed = new Set<number>();

  constructor(city: City, tallies: EarlyTallies, staff: StaffTime) {
    this.city = city;
    this.tallies = tallies;
    this.staff = staff;
  }

  /** The tickets of a cause become one matter; its lead makes the plan. Again and again is once. */
  form(cause: number, lead: number): void {
    if (this.formed.has(cause)) return;
    this.formed.add(cause);
    if (this.city.isMeasured) this.tallies.add(EarlyCount.matters);
    this.staff.spend(lead, this.city.setup.scenario.early!.matter.planHours.value);
  }

  /** Share of its own work that a ticket takes which somebody takes up now. */
  workShare(row: number, isFirstTime: boolean): number {
    const { words } = this.city.live;
    const at = row * liveWidth;
    if (!this.formed.has(words[at + Live.cause]!)) return 1;
    const { memberShare, recognisedShare } = this.city.setup.scenario.early!.matter;
    if (luckOf(words[at + Live.word]!, Luck.recognise) >= recognisedShare.value) return 1;
    if (isFirstTime && this.city.isMeasured) this.tallies.add(EarlyCount.members);
    return memberShare.value;
  }
}
