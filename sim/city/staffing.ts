import { unitFor } from '../../functions/core/rules/item-table.ts';
import type { Rules } from '../../functions/core/rules/rules.ts';
import { noUnit } from '../../functions/core/rules/unit-table.ts';
import { columnByPrefix } from './by-prefix.ts';
import { expit } from './city-params.ts';
import type { CitySetup } from './city-setup.ts';
import type { FlowPlan } from './flow-plan.ts';
import { helpersOf } from './help/help-load.ts';
import { type DutySpan, meanOnDuty } from './roster.ts';

/** Posts of each unit: the fewest with which the ordinary load fills no more than the wanted share of the hours on duty. */
export function postsFor(setup: CitySetup, base: FlowPlan, spans: readonly DutySpan[]): Int32Array {
  const { scenario } = setup;
  const load = offeredLoad(setup, base);
  const wanted = scenario.units.utilisation.value;
  return Int32Array.from(load, (atWork) => (atWork === 0 ? 0 : fewest(atWork / wanted, spans)));
}

/** People at work in each unit on the mean of an ordinary day: requests an hour times the hours each takes, rework included. */
function offeredLoad(setup: CitySetup, base: FlowPlan): Float64Array {
  const { rules, scenario } = setup;
  const { staffedFor, work, help } = scenario.units;
  const factor = columnByPrefix(work.itemFactor.value, rules.items.codes);
  const again = reworkPerMatter(setup);
  const hoursOf = factor.map((by, item) => {
    const { key } = rules.tiers[rules.items.tier[item]!]!;
    return by * (work.hours.value[key] ?? work.hours.value['*']!) * (1 + again[item]!);
  });
  const perHour = base.perHour.reduce((sum, rate) => sum + rate, 0) / base.perHour.length;
  const routing = staffedFor.value === 'pack' ? rules.routing : staffedFor.value;
  const load = new Float64Array(rules.units.count);
  base.places.forEach((place, i) => {
    for (let item = 0; item < rules.items.count; item += 1) {
      const lead = leadUnder(routing, rules, item, place);
      if (lead === noUnit) continue;
      const first = perHour * base.placeWeights[i]! * base.items[item]!;
      load[lead]! += first * hoursOf[item]!;
      if (help === undefined) continue;
      const part = (first * hoursOf[item]! * help.workShare.value) / (1 + again[item]!);
      for (const unit of helpersOf(rules, item, place, lead)) load[unit]! += part;
    }
  });
  return load;
}

/** Work on what comes back (重办), as a share of the first work, by item: those unresolved at the run's first effort. */
function reworkPerMatter({ scenario, rules }: CitySetup): Float64Array {
  const { citizens, units } = scenario;
  const { codes } = rules.items;
  return columnByPrefix(citizens.difficulty.value, codes).map((difficulty) => {
    const resolved = expit(citizens.resolved.value - difficulty + units.effort.start.value);
    return (1 - resolved) * rules.reopen.timesMax * units.work.againShare.value;
  });
}

const leadUnder = (routing: Rules['routing'], rules: Rules, item: number, place: number): number =>
  routing === 'subdistrict' ? place : unitFor(rules.items.lead[item]!, place, rules.units);

function fewest(wanted: number, spans: readonly DutySpan[]): number {
  let posts = 1;
  while (meanOnDuty(posts, spans) < wanted) posts *= 2;
  let least = Math.floor(posts / 2);
  while (posts - least > 1) {
    const middle = Math.floor((least + posts) / 2);
    if (meanOnDuty(middle, spans) < wanted) least = middle;
    else posts = middle;
  }
  return posts;
}
