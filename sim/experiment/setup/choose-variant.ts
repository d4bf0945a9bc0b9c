import { err, type Result } from '../../../functions/core/result.ts';
import { choosePack } from './choose-pack.ts';
import { chooseScenario } from './choose-scenario.ts';
import { compileVariant, type Variant } from './variant.ts';

/** What a planner asks for. */
export interface Asked {
  readonly scenario: string;
  /** Undefined: the scenario's own. */
  readonly pack: string | undefined;
  readonly seed: number;
  readonly days: number | undefined;
}

/** Finds scenario and pack and checks that they fit. The error's lines name what is wrong, and the known names. */
export function chooseVariant({
  scenario: name,
  pack,
  seed,
  days,
}: Asked): Result<Variant, readonly string[]> {
  const scenario = chooseScenario(name);
  if (!scenario.ok) return scenario;
  const sources = choosePack(scenario.value.city, pack ?? scenario.value.pack);
  if (!sources.ok) return sources;
  const variant: Variant = { scenario: scenario.value, sources: sources.value, seed, days };
  const compiled = compileVariant(variant);
  if (!compiled.ok) return compiled;
  const span = days ?? scenario.value.days;
  return span > scenario.value.warmUpDays
    ? { ok: true, value: variant }
    : err([
        `${days === undefined ? `scenario ${name}: days` : '--days'} ${span}: the warm-up of ${name} alone takes ${scenario.value.warmUpDays} days`,
      ]);
}

/** A side of a comparison as typed: a pack on the common scenario, or `SCENARIO+PACK`. */
export function chooseSide(
  text: string,
  common: Omit<Asked, 'scenario' | 'pack'> & { readonly scenario: string | undefined },
): Result<Variant, readonly string[]> {
  const plus = text.indexOf('+');
  const { seed, days } = common;
  if (plus > 0) {
    return chooseVariant({ scenario: text.slice(0, plus), pack: text.slice(plus + 1), seed, days });
  }
  if (common.scenario === undefined) {
    return err([`${text}: name the scenario with --scenario S, or write SCENARIO+${text}`]);
  }
  return chooseVariant({ scenario: common.scenario, pack: text, seed, days });
}
