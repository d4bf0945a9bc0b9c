import type { WarningRules } from '../../../../functions/core/early/warning/warning-rules.ts';
import type { CitySetup } from '../../../../sim/city/city-setup.ts';
import { says, scenarioWith, setupOf } from '../small-city.ts';

/** What of acting early is switched on. */
export type Switches = Partial<Record<'hotspots' | 'matters' | 'topics' | 'patrols', boolean>>;

type Overlay = {
  readonly days?: number;
  readonly load?: Readonly<Record<string, unknown>>;
  readonly citizens?: Readonly<Record<string, unknown>>;
  readonly early?: Readonly<Record<string, unknown>>;
};

/** A few weeks of a small Fengtai with its causes, what a test lays on it, and what it changes of the rules of warnings. */
export function earlyCity(
  switches: Switches,
  overlay: Overlay = {},
  warnings: Partial<WarningRules> = {},
): CitySetup {
  const { early, load, ...others } = overlay;
  // Twice the causes of the scenario in a twentieth of its other load: there is much to see in a short run.
  const causes = scenarioWith('early-off', {}).early!.causes.map((cause) => ({
    ...cause,
    perDay: says(2 * cause.perDay.value),
  }));
  const on = Object.fromEntries(Object.entries(switches).map(([name, isOn]) => [name, says(isOn)]));
  const setup = setupOf({
    scenario: scenarioWith('early-off', {
      startDate: '2025-03-01',
      days: 50,
      warmUpDays: 20,
      ...others,
      load: { contactsPerDay: says(400), ...load },
      early: { causes, ...early, ...on },
    }),
    seed: 5,
  });
  const { rules } = setup;
  const warning = { ...rules.early.warning!, warmUpHours: 14 * 24, ...warnings };
  return { ...setup, rules: { ...rules, early: { ...rules.early, warning } } };
}
