import type { CitySetup } from '../../../../sim/city/city-setup.ts';
import type { Scenario } from '../../../../sim/city/scenario-schema.ts';
import { traceRun } from '../../../../sim/city/trace.ts';
import { says, scenarioWith, setupOf } from '../small-city.ts';

/** One request that became a ticket: when, about which item and where, by their codes. */
export type Brought = { readonly at: number; readonly item: string; readonly place: string };

/** A shipped scenario with a fraction of its contacts, under its own pack. Nobody comes again after failure unless asked. */
export function scaled(
  id: string,
  fraction: number,
  overlay: Readonly<Record<string, unknown>> = {},
): CitySetup & { readonly shipped: Scenario } {
  const shipped = scenarioWith(id, {});
  const load = { contactsPerDay: says(shipped.load.contactsPerDay.value * fraction) };
  const laid = scenarioWith(id, { ...overlay, load: { ...load, ...(overlay.load as object | undefined) } });
  return { ...setupOf({ scenario: laid, pack: shipped.pack, seed: 4 }), shipped };
}

/** What a run brings, in the order in which it comes. */
export function broughtBy(setup: CitySetup): readonly Brought[] {
  const { items, units } = setup.rules;
  const brought: Brought[] = [];
  traceRun(setup, {
    open: (_ticket, at, { item, place }) =>
      brought.push({ at, item: items.codes[item]!, place: units.codes[place]! }),
    command: () => {},
    entry: () => {},
    effect: () => {},
  });
  return brought;
}
