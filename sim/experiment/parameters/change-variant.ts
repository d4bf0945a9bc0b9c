import { shapeProblems } from '../../../functions/core/directory/data-problem.ts';
import { err, ok, type Result } from '../../../functions/core/result.ts';
import { scenarioSchema } from '../../city/scenario-schema.ts';
import { mergedPack } from '../setup/merged-pack.ts';
import { compileVariant, type Variant } from '../setup/variant.ts';
import { valueAt, withValue } from './value-path.ts';

/** A value of a pack or of a scenario, by its path there. */
export interface Parameter {
  readonly in: 'pack' | 'scenario';
  readonly path: string;
  readonly value: unknown;
}

/**
 * Finds a parameter by `pack.tiers.general.limit`, `scenario.load.dispatchShare`, or without the first word where only
 * one of them has the path. The error says what is wrong.
 */
export function findParameter(variant: Variant, name: string): Result<Parameter, string> {
  const contents = { pack: mergedPack(variant.sources).content, scenario: variant.scenario } as const;
  const candidates = (['pack', 'scenario'] as const).flatMap((where): Parameter[] => {
    const path = name.startsWith(`${where}.`) ? name.slice(where.length + 1) : name;
    const value = valueAt(contents[where], path);
    return value === undefined ? [] : [{ in: where, path, value }];
  });
  if (candidates.length === 1) return ok(candidates[0]!);
  if (candidates.length > 1) return err(`${name} is in both: say pack.${name} or scenario.${name}`);
  return err(`there is no ${name} in pack ${variant.sources.pack} or scenario ${variant.scenario.id}`);
}

/**
 * A variant with another value of a parameter, checked as a whole. The error's lines say why pack or scenario refuse it.
 */
export function changeVariant(
  variant: Variant,
  parameter: Pick<Parameter, 'in' | 'path'>,
  value: unknown,
): Result<Variant, readonly string[]> {
  const changed =
    parameter.in === 'pack'
      ? changePack(variant, parameter.path, value)
      : changeScenario(variant, parameter.path, value);
  if (!changed.ok) return changed;
  const compiled = compileVariant(changed.value);
  return compiled.ok ? changed : compiled;
}

/** The pack is laid on its bases first, so that the change stands on top; it keeps its name. */
function changePack(variant: Variant, path: string, value: unknown): Result<Variant, readonly string[]> {
  const { sources } = variant;
  const { extends: _, ...content } = withValue(mergedPack(sources).content, path, value);
  return ok({ ...variant, sources: { ...sources, packs: { [sources.pack]: content } } });
}

function changeScenario(variant: Variant, path: string, value: unknown): Result<Variant, readonly string[]> {
  const parsed = scenarioSchema.safeParse(withValue(variant.scenario, path, value));
  if (parsed.success) return ok({ ...variant, scenario: parsed.data });
  return err(
    shapeProblems(parsed.error).map(
      (problem) => `scenario ${variant.scenario.id}: ${problem.path}: ${problem.reason}`,
    ),
  );
}
