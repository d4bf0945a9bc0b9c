import type { RunResult, UnitResult } from '../../city/run-result.ts';
import type { DistrictFigures, UnitFigures } from '../../report/report-input.ts';
import type { CityNames } from './city-names.ts';
import { meanOf } from './figure-of.ts';
import { present } from './present.ts';

/** Each unit's means over the replications, the busiest first. */
export function unitFigures(results: readonly RunResult[], { nameOf }: CityNames): UnitFigures[] {
  const byUnit = Map.groupBy(
    results.flatMap(({ units }) => units),
    ({ unit }) => unit,
  );
  const figures = [...byUnit].map(([unit, rows]): UnitFigures => {
    const { kind, district } = rows[0]!;
    const sum = (name: 'tickets' | 'staff' | 'utilisation' | 'backlogMax') =>
      rows.reduce((total, row) => total + row[name], 0) / results.length;
    return {
      unit,
      name: nameOf(unit),
      kind,
      district,
      tickets: sum('tickets'),
      staff: sum('staff'),
      utilisation: sum('utilisation'),
      backlogMax: sum('backlogMax'),
      waitHoursMean: meanOf(known(rows, 'waitHoursMean')) ?? 0,
      ...present({ onTimeShare: meanOf(known(rows, 'onTimeShare')) }),
    };
  });
  return figures.sort((a, b) => b.tickets - a.tickets || (a.unit < b.unit ? -1 : 1));
}

const known = (rows: readonly UnitResult[], name: 'onTimeShare' | 'waitHoursMean'): number[] =>
  rows.map((row) => row[name]).filter((value) => value !== null && Number.isFinite(value)) as number[];

/** The units of each district together; shares weighted by tickets, utilisation by staff. */
export function districtFigures(
  units: readonly UnitFigures[],
  { districts, nameOf }: CityNames,
): DistrictFigures[] {
  return districts.map((district) => {
    const own = units.filter((unit) => unit.district === district || unit.unit === district);
    const tickets = own.reduce((sum, unit) => sum + unit.tickets, 0);
    const staff = own.reduce((sum, unit) => sum + unit.staff, 0);
    const judged = own.filter(({ onTimeShare }) => onTimeShare !== undefined);
    const base = judged.reduce((sum, unit) => sum + unit.tickets, 0);
    const onTime = judged.reduce((sum, unit) => sum + unit.tickets * unit.onTimeShare!, 0);
    return {
      district,
      name: nameOf(district),
      tickets,
      utilisation:
        staff === 0 ? 0 : own.reduce((sum, unit) => sum + unit.utilisation * unit.staff, 0) / staff,
      backlogMax: own.reduce((sum, unit) => sum + unit.backlogMax, 0),
      ...(base === 0 ? {} : { onTimeShare: onTime / base }),
    };
  });
}
