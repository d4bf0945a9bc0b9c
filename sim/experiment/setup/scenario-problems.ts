import { CalendarCoverageError } from '../../../functions/core/calendar/calendar-coverage-error.ts';
import type { Rules } from '../../../functions/core/rules/rules.ts';
import type { CitySetup } from '../../city/city-setup.ts';
import { dayTable } from '../../city/day-table.ts';
import { flowPlans } from '../../city/flow-plan.ts';
import type { Scenario } from '../../city/scenario-schema.ts';

/**
 * What a scenario asks of its city that the city cannot give, a line each with its path: a district or a kind of matter
 * nobody has, days beyond the calendar, a load of nothing. Told before a run, which would end at it or pass it over.
 */
export function scenarioProblems(setup: CitySetup): readonly string[] {
  const { scenario, rules, days = scenario.days } = setup;
  const unknown = [unknownItems, unknownPlaces, unknownPlayers].flatMap((find) => find(scenario, rules));
  if (unknown.length > 0) return unknown;
  try {
    flowPlans(setup, dayTable(scenario, days));
    return [];
  } catch (cause) {
    if (cause instanceof CalendarCoverageError) {
      return [`startDate: ${days} days from ${scenario.startDate}: ${cause.message}`];
    }
    if (cause instanceof RangeError) return [cause.message];
    throw cause;
  }
}

/** Numbers by beginnings of item codes: one that no code begins with would count for nothing. */
function unknownItems({ load, units, citizens }: Scenario, { items }: Rules): string[] {
  const tables = {
    'load.items': load.items.value,
    'units.work.itemFactor': units.work.itemFactor.value,
    'units.whistles.share': units.whistles.share.value,
    'citizens.difficulty': citizens.difficulty.value,
  };
  return Object.entries(tables).flatMap(([path, table]) =>
    Object.keys(table)
      .filter((start) => start !== '*' && !items.codes.some((code) => code.startsWith(start)))
      .map((start) => `${path}.value.${start}: no item of the city begins with "${start}"`),
  );
}

/** The load is shared among districts; within one the directory's weights count. */
function unknownPlaces({ load }: Scenario, { units }: Rules): string[] {
  const districts = new Set(Array.from(units.district, (district) => units.codes[district]));
  return Object.keys(load.places.value)
    .filter((code) => code !== '*' && !districts.has(code))
    .map((code) => `load.places.value.${code}: there is no district "${code}"`);
}

function unknownPlayers({ units: { gaming } }: Scenario, { units }: Rules): string[] {
  const kinds = new Set(units.kinds.map((kind) => `kind:${kind}`));
  return gaming.flatMap(({ units: names }, i) =>
    names
      .filter((name) => !(kinds.has(name) || units.byCode.has(name)))
      .map((name) => `units.gaming[${i}].units: there is no unit "${name}"`),
  );
}
