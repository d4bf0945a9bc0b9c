import { parseDuration } from '../../../functions/core/policy/duration.ts';
import { err, ok, type Result } from '../../../functions/core/result.ts';
import { hourMs } from '../../../functions/core/time.ts';
import { durationText } from './duration-text.ts';

/** A parameter and the values it is to take. */
export interface Vary {
  readonly name: string;
  readonly values: readonly (number | string | boolean)[];
}

const valuesMax = 100;

/**
 * Reads `PATH=FROM..TO/STEP` or `PATH=A,B,C`; numbers and lengths of time (`P3D..P15D/P4D`) make ranges, anything else is
 * a list. The error says what is wrong.
 */
export function varyOption(text: string): Result<Vary, string> {
  const equals = text.indexOf('=');
  if (equals < 1 || equals === text.length - 1) return err('expected PATH=FROM..TO/STEP or PATH=A,B,C');
  const [name, list] = [text.slice(0, equals), text.slice(equals + 1)];
  const range = /^(.+)\.\.(.+)\/(.+)$/.exec(list);
  if (range === null) return ok({ name, values: list.split(',').map(wordOrNumber) });
  const [from, to, step] = [range[1]!, range[2]!, range[3]!].map(size);
  if (
    from === undefined ||
    to === undefined ||
    step === undefined ||
    from.isTime !== to.isTime ||
    from.isTime !== step.isTime
  ) {
    return err(`"${list}": a range needs three numbers or three lengths of time such as P3D..P15D/P4D`);
  }
  if (!(step.value > 0) || to.value < from.value)
    return err(`"${list}": the step must be above 0, and the end not before the start`);
  const count = Math.floor((to.value - from.value) / step.value + 1e-9) + 1;
  if (count > valuesMax) return err(`"${list}": ${count} values; ${valuesMax} are the most`);
  const values = Array.from({ length: count }, (_, i) => from.value + i * step.value);
  return ok({
    name,
    values: values.map((value) => (from.isTime ? durationText(value) : Number(value.toPrecision(12)))),
  });
}

function wordOrNumber(text: string): number | string | boolean {
  if (text === 'true' || text === 'false') return text === 'true';
  const number = Number(text);
  return text.trim() !== '' && Number.isFinite(number) ? number : text;
}

function size(text: string): { readonly value: number; readonly isTime: boolean } | undefined {
  const length = parseDuration(text);
  if (length !== undefined) return { value: length, isTime: true };
  const number = Number(text);
  return text.trim() !== '' && Number.isFinite(number) ? { value: number, isTime: false } : undefined;
}

/** Where a value stands on an axis: a number itself, a length of time in hours, anything else by its place in the list. */
export function axisValue(value: number | string | boolean, place: number): number {
  if (typeof value === 'number') return value;
  const length = typeof value === 'string' ? parseDuration(value) : undefined;
  return length === undefined ? place : length / hourMs;
}
