import { err, ok, type Result } from '../../../functions/core/result.ts';
import { type MeasureName, measureNames, measures } from '../../city/measures.ts';

/** Run until the 95 % half-width of a measure is this small, in the measure's unit (0.01 of a share is a point). */
export interface Until {
  readonly measure: MeasureName;
  readonly halfWidth: number;
}

/** Reads `onTimeShare=0.001`. The error says what is wrong and which measures there are. */
export function untilOption(text: string): Result<Until, string> {
  const [name, value, ...rest] = text.split('=');
  const measure = measureNames.find((known) => known === name);
  if (measure === undefined) return err(`unknown measure "${name}"; known: ${measureNames.join(', ')}`);
  const halfWidth = Number(value);
  if (value === undefined || rest.length > 0 || !(halfWidth > 0) || !Number.isFinite(halfWidth)) {
    return err(
      `expected ${name}=NUMBER above 0, such as ${name}=${measures[measure].unit === 'share' ? 0.001 : 1}`,
    );
  }
  return ok({ measure, halfWidth });
}
