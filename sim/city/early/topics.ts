import { rankCandidates } from '../../../functions/core/early/topic/rank-candidates.ts';
import type { TopicRules } from '../../../functions/core/early/topic/topic-rules.ts';
import { unitFor } from '../../../functions/core/rules/item-table.ts';
import { noUnit } from '../../../functions/core/rules/unit-table.ts';
import type { Ticket } from '../../../functions/core/ticket/ticket.ts';
import type { City } from '../city.ts';
import { Luck, luckOf } from '../luck.ts';
import { EarlyCount, type EarlyTallies } from './early-tallies.ts';
import { ItemCounts } from './item-counts.ts';
import type { StaffTime } from './staff-time.ts';

interface Topic {
  readonly item: number;
  readonly lead: number;
  readonly helpers: readonly number[];
  /** Months it has been worked on. */
  months: number;
}

/**
 * Topics of the month (每月一题): ranked by the core's own rule on what ended tickets said, opened as a month ends, and worked
 * on by a department and its helpers. What that achieves is the scenario's assumption.
 */
export class Topics {
  private readonly city: City;
  private readonly rules: TopicRules;
  private readonly tallies: EarlyTallies;
  private readonly staff: StaffTime;
  private readonly counts: ItemCounts;
  private readonly topics: Topic[] = [];
  /** By item: chronic causes that no longer come about. */
  private readonly spared: Float64Array;

  constructor(city: City, rules: TopicRules, tallies: EarlyTallies, staff: StaffTime) {
    this.city = city;
    this.rules = rules;
    this.tallies = tallies;
    this.staff = staff;
    this.counts = new ItemCounts(city.rules.items.codes, rules.candidates.windowMonths);
    this.spared = new Float64Array(city.rules.items.count);
  }

  ended(t: Ticket): void {
    this.counts.add(t.item, t.resolved, t.satisfied);
  }

  /** Whether a chronic cause of the item does not come about any more. */
  spares(item: number, word: number): boolean {
    return luckOf(word, Luck.spare) < this.spared[item]!;
  }

  /** A month is over: topics under way have achieved another step, and others are opened. */
  endMonth(): void {
    const { months, sparedShare, easierBy, perMonth } = this.city.setup.scenario.early!.topic;
    for (const topic of this.topics) {
      if (topic.months === months.value) continue;
      topic.months += 1;
      this.spared[topic.item] = (sparedShare.value * topic.months) / months.value;
      this.city.params.resolved[topic.item]! += easierBy.value / months.value;
    }
    const candidates = rankCandidates(this.counts.ofWindow(), this.rules.candidates);
    this.counts.nextMonth();
    const taken = new Set(this.topics.map(({ item }) => item));
    const { byCode } = this.city.rules.items;
    const fresh = candidates.map(({ item }) => byCode.get(item)!).filter((item) => !taken.has(item));
    for (const item of fresh.slice(0, perMonth.value)) this.open(item);
  }

  /** A working day of those who work on topics. */
  work(): void {
    const { months, leadHours, helperHours } = this.city.setup.scenario.early!.topic;
    for (const { lead, helpers, months: worked } of this.topics) {
      if (worked >= months.value) continue;
      this.staff.spend(lead, leadHours.value / workdaysPerMonth);
      for (const helper of helpers) this.staff.spend(helper, helperHours.value / workdaysPerMonth);
    }
  }

  private open(item: number): void {
    const { items, units } = this.city.rules;
    const trade = items.trade[item]!;
    const byRule = unitFor(items.lead[item]!, noUnit, units);
    const lead = [trade, byRule].find((unit) => unit !== noUnit) ?? units.city;
    const helpers = items.helpers[item]!.map((spec) => unitFor(spec, noUnit, units)).filter(
      (unit) => unit !== noUnit && unit !== lead,
    );
    this.topics.push({ item, lead, helpers: [...new Set(helpers)], months: 0 });
    if (this.city.isMeasured) this.tallies.add(EarlyCount.topics);
  }
}

/** Working days of a mean month, over which its hours are spread. */
const workdaysPerMonth = 21;
