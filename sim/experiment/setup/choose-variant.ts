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
  /** Undefined: the scenario's own. */
  readonly warmUpDays?: number | undefined;
}

/** Finds scenario and pack and checks that they fit. The error's lines name what is wrong, and the known names. */
export function chooseVariant({
  scenario: name,
  pack,
  seed,
  days,
  warmUpDays,
}: Asked): Result<Variant, readonly string[]> {
  const chosen = chooseScenario(name);
  if (!chosen.ok) return chosen;
  const scenario = warmUpDays === undefined ? chosen.value : { ...chosen.value, warmUpDays };
  const sources = choosePack(scenario.city, pack ?? scenario.pack);
  if (!sources.ok) return sources;
  const variant: Variant = { scenario, sources: sources.value, seed, days };
  const compiled = compileVariant(variant);
  if (!compiled.ok) return compiled;
  const span = days ?? scenario.days;
  return span > scenario.warmUpDays
    ? { ok: true, value: variant }
    : err([
        `${days === undefined ? `scenario ${name}: days` : '--days'} ${span}: the warm-up of ${name} alone takes ${scenario.warmUpDays} days`,
      ]);
}

/** A side of a comparison as typed: a pack on the common scenario, or `SCENARIO+PACK`. */
export function chooseSide(
  text: string,
  common: Omit<Asked, 'scenario' | 'pack'> & { readonly scenario: string | undefined },
): Result<Variant, readonly string[]> {
  const plus = text.indexOf('+');
  if (plus > 0)
    return chooseVariant({ ...common, scenario: text.slice(0, plus), pack: text.slice(plus + 1) });
  if (common.scenario === undefined) {
    return err([`${text}: name the scenario with --scenario S, or write SCENARIO+${text}`]);
  }
  return chooseVariant({ ...common, scenario: common.scenario, pack: text });
}
