import type { CitySources } from '../../../functions/core/city/city-sources.ts';
import type { Text } from '../../../functions/messages/text.ts';
import { checkedCity } from '../setup/checked-city.ts';

/** What a report needs to know of a city's directory. */
export interface CityNames {
  readonly city: Text;
  /** The name of a unit's code; the code itself where the directory has none. */
  readonly nameOf: (unit: string) => Text;
  /** Codes of the districts, in the directory's order. */
  readonly districts: readonly string[];
  /** A unit's size: communities or residents, as the directory weighs it. */
  readonly weightOf: (unit: string) => number | undefined;
  /** The file of outlines beside the directory, where there is one. */
  readonly shapesFile: string | undefined;
}

/** Reads names and sizes from a city's sources. */
export function cityNames(sources: CitySources): CityNames {
  const checked = checkedCity(sources);
  if (!checked.ok) throw new Error('a compiled city does not check again');
  const { title, units, shapes } = checked.value.directory;
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  return {
    city: title,
    nameOf: (code) => {
      const name = byCode.get(code)?.name;
      return { zh: name?.zh ?? code, en: name?.en ?? name?.zh ?? code };
    },
    districts: units.filter(({ kind }) => kind === 'district').map(({ code }) => code),
    weightOf: (code) => byCode.get(code)?.weight,
    shapesFile: shapes,
  };
}
