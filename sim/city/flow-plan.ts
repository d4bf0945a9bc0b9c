import { dayNumber } from '../../functions/core/calendar/civil-day.ts';
import { isWithin } from '../../functions/core/rules/unit-table.ts';
import { weightsByPrefix } from './by-prefix.ts';
import type { CitySetup } from './city-setup.ts';
import type { DayTable } from './day-table.ts';
import type { Surge } from './load-schema.ts';
import { type PlaceWeights, placeWeights } from './place-weights.ts';

/** One source of requests: how many an hour, about what and where. The noise of the day comes on top. */
export interface FlowPlan {
  readonly name: string;
  /** Expected dispatched requests in each hour of the run. */
  readonly perHour: Float64Array;
  /** Contacts settled at the desk for each dispatched request. */
  readonly deskPerTicket: number;
  readonly items: Float64Array;
  readonly places: Int32Array;
  readonly placeWeights: Float64Array;
}

/** The ordinary flow, then one for each surge, so that a surge leaves every ordinary contact as it was. */
export function flowPlans(setup: CitySetup, table: DayTable): readonly FlowPlan[] {
  const { load } = setup.scenario;
  const { codes } = setup.rules.items;
  const spread = placeWeights(setup);
  const items = weightsByPrefix(load.items.value, codes);
  const total = items.reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0)) throw new RangeError('load.items: every item has weight 0');
  const dispatched = load.contactsPerDay.value * load.dispatchShare.value;
  const deskPerTicket = (1 - load.dispatchShare.value) / load.dispatchShare.value;
  const hours = shares(load.hours.value);
  const perHour = new Float64Array(table.factor.length * 24);
  for (let hour = 0; hour < perHour.length; hour += 1) {
    perHour[hour] = dispatched * table.factor[Math.floor(hour / 24)]! * hours[hour % 24]!;
  }
  const base: FlowPlan = {
    name: 'contacts',
    perHour,
    deskPerTicket,
    items: items.map((weight) => weight / total),
    places: spread.places,
    placeWeights: spread.weights,
  };
  return [base, ...load.surges.map((surge) => surgePlan(setup, table, base, spread, hours, surge))];
}

function surgePlan(
  { rules, scenario }: CitySetup,
  table: DayTable,
  base: FlowPlan,
  spread: PlaceWeights,
  hours: readonly number[],
  surge: Surge,
): FlowPlan {
  const items = base.items.map((weight, i) =>
    surge.items === undefined || surge.items.some((start) => rules.items.codes[i]!.startsWith(start))
      ? weight
      : 0,
  );
  const within = surge.places?.map((code) => {
    const unit = rules.units.byCode.get(code);
    if (unit === undefined) throw new RangeError(`surge ${surge.id}: places: there is no unit "${code}"`);
    return unit;
  });
  const weights = spread.weights.map((weight, i) =>
    within === undefined || within.some((unit) => isWithin(rules.units, spread.places[i]!, unit))
      ? weight
      : 0,
  );
  const itemShare = items.reduce((sum, weight) => sum + weight, 0);
  const placeShare = weights.reduce((sum, weight) => sum + weight, 0);
  if (!(itemShare > 0)) throw new RangeError(`surge ${surge.id}: items: none of the city's items begins so`);
  if (!(placeShare > 0)) throw new RangeError(`surge ${surge.id}: places: none of them has any load`);
  const height = heights(surge, table, scenario.load.hours.value.length);
  const size = surge.size.value;
  const perHour =
    'factor' in size
      ? height.map((part, hour) => (size.factor - 1) * part * base.perHour[hour]! * itemShare * placeShare)
      : spreadCount(size.contacts, height, hours);
  const deskPerTicket = 'factor' in size ? base.deskPerTicket : 0;
  return {
    name: `surge ${surge.id}`,
    perHour,
    deskPerTicket,
    items,
    places: spread.places,
    placeWeights: weights,
  };
}

/** How high the surge stands in each hour of the run, 1 at its height. */
function heights(surge: Surge, table: DayTable, hoursPerDay: number): Float64Array {
  const height = new Float64Array(table.factor.length * hoursPerDay);
  for (const from of beginnings(surge, table)) {
    for (let hour = 0; hour < surge.days * hoursPerDay; hour += 1) {
      const at = from + hour;
      if (at < 0 || at >= height.length) continue;
      const halfLife = surge.halfLifeDays?.value;
      height[at] = halfLife === undefined ? 1 : 0.5 ** (hour / hoursPerDay / halfLife);
    }
  }
  return height;
}

/** Hours of the run at which the surge begins; one named by month and day begins every year. */
function beginnings(surge: Surge, table: DayTable): readonly number[] {
  const hourOf = (date: string) => (dayNumber(date) - table.first) * 24 + surge.hour;
  if (surge.from.length === 10) return [hourOf(surge.from)];
  const yearOf = (day: number) => new Date(day * 86_400_000).getUTCFullYear();
  const years: number[] = [];
  for (let year = yearOf(table.first) - 1; year <= yearOf(table.first + table.factor.length); year += 1) {
    years.push(year);
  }
  return years.map((year) => hourOf(`${year}-${surge.from}`));
}

function spreadCount(contacts: number, height: Float64Array, hours: readonly number[]): Float64Array {
  const weights = height.map((part, hour) => part * hours[hour % 24]!);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return sum > 0 ? weights.map((weight) => (contacts * weight) / sum) : weights;
}

function shares(weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (!(sum > 0)) throw new RangeError('load.hours: every hour has weight 0');
  return weights.map((weight) => weight / sum);
}
