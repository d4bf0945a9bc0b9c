import { parseDuration } from '../../../functions/core/policy/duration.ts';
import type { Result } from '../../../functions/core/result.ts';
import type { Variant } from '../setup/variant.ts';
import { changeVariant } from './change-variant.ts';
import { durationText } from './duration-text.ts';

/** A value times a factor; a length of time to the second. */
export function movedValue(value: number | string, factor: number): number | string {
  if (typeof value === 'number') return Number((value * factor).toPrecision(12));
  return durationText((parseDuration(value) ?? 0) * factor);
}

/**
 * A variant with a parameter moved by a factor. Where only whole numbers are taken, it moves by at least one; the error's
 * lines say why it cannot be moved at all.
 */
export function moveVariant(
  variant: Variant,
  parameter: { readonly in: 'pack' | 'scenario'; readonly path: string; readonly value: number | string },
  factor: number,
): Result<{ readonly variant: Variant; readonly value: number | string }, readonly string[]> {
  const value = movedValue(parameter.value, factor);
  const moved = changeVariant(variant, parameter, value);
  if (moved.ok) return { ok: true, value: { variant: moved.value, value } };
  if (typeof parameter.value !== 'number' || !Number.isInteger(parameter.value)) return moved;
  const whole = factor > 1 ? Math.ceil(Number(value)) : Math.floor(Number(value));
  const stepped = changeVariant(variant, parameter, whole);
  return stepped.ok ? { ok: true, value: { variant: stepped.value, value: whole } } : stepped;
}
