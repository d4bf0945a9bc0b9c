/** The state of a simulation at an instant: plain data that can be kept, or sent to a worker. */
export type Checkpoint = readonly Readonly<Record<string, unknown>>[];

/**
 * Copies the state of parts (`environment.parts`, `streams.parts`, resources, tallies, a model's own objects): their
 * typed arrays, numbers and flags. Other fields are structure, which a restored simulation must already have.
 */
export const checkpointOf = (parts: readonly object[]): Checkpoint =>
  parts.map((part) =>
    structuredClone(Object.fromEntries(Object.entries(part).filter(([, value]) => isState(value)))),
  );

/**
 * Puts parts, in the same order, back to a checkpoint, which stays usable. The simulation goes on as it did then.
 * @throws Error if the number of parts differs.
 */
export function restore(parts: readonly object[], checkpoint: Checkpoint): void {
  if (parts.length !== checkpoint.length) {
    throw new Error(`checkpoint has ${checkpoint.length} parts, the simulation has ${parts.length}`);
  }
  for (const [i, part] of parts.entries()) {
    const own = part as Record<string, unknown>;
    for (const [field, value] of Object.entries(structuredClone(checkpoint[i]!)))
      own[field] = refill(own[field], value);
  }
}

/** Arrays of the same length are filled, not replaced, because other parts may hold them too. */
function refill(field: unknown, value: unknown): unknown {
  if (!isNumbers(field) || !isNumbers(value) || field.length !== value.length) return value;
  field.set(value);
  return field;
}

const isNumbers = (value: unknown): value is Float64Array | Int32Array =>
  value instanceof Float64Array || value instanceof Int32Array;

const isState = (value: unknown): boolean =>
  ArrayBuffer.isView(value) || typeof value === 'number' || typeof value === 'boolean';
