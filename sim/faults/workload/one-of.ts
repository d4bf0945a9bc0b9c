/** The value a drawn number stands for; `undefined` of none. */
export function oneOf<Value>(values: readonly [Value, ...Value[]], n: number): Value;
export function oneOf<Value>(values: readonly Value[], n: number): Value | undefined;
export function oneOf<Value>(values: readonly Value[], n: number): Value | undefined {
  return values[n % Math.max(1, values.length)];
}
