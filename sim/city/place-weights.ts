import type { CitySetup } from './city-setup.ts';

/** Where requests come from: units by index with their share of the load. Shares add up to 1. */
export interface PlaceWeights {
  readonly places: Int32Array;
  readonly weights: Float64Array;
}

/**
 * The subdistricts; a city without any is one place. A district has the scenario's weight, or a part of what `*` leaves by
 * the directory's own weight; within a district the directory's weights count. Where a directory has none, all are alike.
 */
export function placeWeights({ rules, scenario, unitWeights }: CitySetup): PlaceWeights {
  const { kinds, district, city, codes } = rules.units;
  const table = scenario.load.places.value;
  const found = kinds.flatMap((kind, unit) => (kind === 'subdistrict' ? [unit] : []));
  const places = Int32Array.from(found.length > 0 ? found : [city]);
  const own = (units: readonly number[]) => {
    const sum = units.reduce((total, unit) => total + unitWeights[unit]!, 0);
    return (unit: number) => (sum > 0 ? unitWeights[unit]! / sum : 1 / units.length);
  };
  const groups = Map.groupBy(places, (place) => district[place]!);
  const others = [...groups.keys()].filter((unit) => !Object.hasOwn(table, codes[unit]!));
  const ofOthers = own(others);
  const weights = new Float64Array(places.length);
  for (const [area, members] of groups) {
    const named = table[codes[area]!];
    const ofArea = named ?? table['*']! * ofOthers(area);
    const within = own(members);
    places.forEach((place, i) => {
      if (district[place] === area) weights[i] = ofArea * within(place);
    });
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0)) throw new RangeError('load.places: every place has weight 0');
  return { places, weights: weights.map((weight) => weight / total) };
}
