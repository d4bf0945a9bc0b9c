type Leaf<Value> = { readonly value: Value } | { readonly value: null; readonly unknown: string };

/** A rule the run needs has no value: nobody published it and the pack assumes nothing. */
export class MissingRule extends Error {
  override readonly name = 'MissingRule';
  readonly path: string;

  constructor(path: string, why: string) {
    super(`the policy pack has no value for ${path} (${why}); give it a value with a basis or an assumption`);
    this.path = path;
  }
}

/** The value of a policy leaf. Throws {@link MissingRule} where the pack holds a marked `null`. */
export function need<Value>(leaf: Leaf<Value>, path: string): NonNullable<Value> {
  if (leaf.value === null || leaf.value === undefined) {
    throw new MissingRule(path, 'unknown' in leaf ? leaf.unknown : 'empty');
  }
  return leaf.value;
}
