import { catalogueItems } from '../../functions/core/catalogue/catalogue-items.ts';
import { parseCatalogue } from '../../functions/core/catalogue/parse-catalogue.ts';
import { compileCity } from '../../functions/core/city/compile-city.ts';
import { parseDirectory } from '../../functions/core/directory/parse-directory.ts';
import type { Places } from '../../functions/core/places/compile-places.ts';
import { err, ok, type Result } from '../../functions/core/result.ts';
import type { CitySetup } from '../city/city-setup.ts';
import { sourcesHash } from '../experiment/setup/choose-pack.ts';
import { chooseVariant } from '../experiment/setup/choose-variant.ts';
import { compileVariant } from '../experiment/setup/variant.ts';

/** What a request may say about its item. */
export interface ItemWords {
  readonly name: string;
  readonly keywords: readonly string[];
}

/** A scenario's city with the words that full requests are written in. */
export interface LoadCity {
  readonly setup: CitySetup;
  readonly places: Places;
  /** By the item's index in the rules. */
  readonly items: readonly ItemWords[];
  /** What a citizen calls the place of each unit, its district first; by the unit's index in the rules. */
  readonly placeNames: readonly string[];
}

/** Finds a scenario and compiles its city. The error's lines name what is wrong, and the known names. */
export function loadCity(choice: {
  readonly scenario: string;
  readonly seed: number;
  readonly days: number | undefined;
}): Result<LoadCity, readonly string[]> {
  const variant = chooseVariant({ ...choice, pack: undefined });
  if (!variant.ok) return variant;
  const { sources } = variant.value;
  const compiled = compileVariant(variant.value);
  if (!compiled.ok) return compiled;
  const city = compileCity(sourcesHash(sources), sources, undefined);
  const directory = parseDirectory(sources.directory);
  const catalogue = parseCatalogue(sources.catalogue);
  if (!(city.ok && directory.ok && catalogue.ok))
    return err([`${choice.scenario}: the city does not compile`]);
  const { rules } = compiled.value;
  const words = new Map(
    catalogueItems(catalogue.value).map(({ item }) => [
      item.code,
      { name: item.name.zh, keywords: item.keywords ?? [] },
    ]),
  );
  const units = new Map(directory.value.units.map((unit) => [unit.code, unit]));
  const nameOf = (code: string): string => {
    const unit = units.get(code);
    if (unit === undefined || unit.kind === 'city') return '';
    return nameOf(unit.areaParent ?? '') + unit.name.zh;
  };
  return ok({
    setup: { ...compiled.value, replication: 0 },
    places: city.value.places,
    items: rules.items.codes.map((code) => words.get(code) ?? { name: code, keywords: [] }),
    placeNames: rules.units.codes.map(nameOf),
  });
}
