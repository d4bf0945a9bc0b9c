type Defined<Value extends object> = { [Key in keyof Value]: Exclude<Value[Key], undefined> };

/** A copy without the fields that are undefined: what a store does not hold is absent. */
export function withoutUndefined<Value extends object>(value: Value): Defined<Value> {
  return Object.fromEntries(
    Object.entries(value).filter(([, field]) => field !== undefined),
  ) as Defined<Value>;
}
