import type { City } from './city.ts';
import { type GamingStrategy, gamingStrategies } from './units-schema.ts';

/** The number of a strategy in `City.gaming`. */
export const playing = (strategy: GamingStrategy): number => gamingStrategies.indexOf(strategy) + 1;

/** Which units play which strategy; the last entry of the scenario that names a unit counts. */
export function gamingUnits({ rules, setup, streams }: City): Uint8Array {
  const { codes, kinds, byCode, count } = rules.units;
  const plays = new Uint8Array(count);
  setup.scenario.units.gaming.forEach(({ units, share, strategy }, i) => {
    const draw = streams.of(`gaming ${i}`);
    const named = new Set(units);
    for (const name of units) {
      if (name.startsWith('kind:') || byCode.has(name)) continue;
      throw new RangeError(`units.gaming[${i}].units: there is no unit "${name}"`);
    }
    for (let unit = 0; unit < count; unit += 1) {
      if (!named.has(codes[unit]!) && !named.has(`kind:${kinds[unit]!}`)) continue;
      if (draw.chance(share.value)) plays[unit] = playing(strategy);
    }
  });
  return plays;
}
