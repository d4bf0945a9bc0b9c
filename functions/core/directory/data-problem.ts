/** One thing wrong in a data file: where (a path such as `units[3].areaParent`) and why, for a person to mend. */
export type DataProblem = { readonly path: string; readonly reason: string };

/** What zod says of a value; where it could be several things, what is wrong with each of them. */
type Issue = {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly errors?: readonly (readonly Issue[])[];
};

/** Writes a zod issue's path as one reads it in the file: `['units', 3, 'areaParent']` is `units[3].areaParent`. */
const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? String(part) : `${text}.${String(part)}`;
  }, '');

/** Turns zod's issues into data problems, in the order zod found them. The whole file's path is `(file)`. */
export const shapeProblems = (error: { readonly issues: readonly Issue[] }): DataProblem[] =>
  error.issues
    .flatMap(nearest)
    .map(({ path, message }) => ({ path: pathText(path) || '(file)', reason: message }));

/** Of what a value could be, what is wrong with that which it comes nearest to: "Invalid input" helps nobody. */
function nearest(issue: Issue): readonly Issue[] {
  const ways = (issue.errors ?? []).map((way) =>
    way.flatMap((below) => nearest({ ...below, path: [...issue.path, ...below.path] })),
  );
  const least = Math.min(...ways.map(({ length }) => length));
  const near = ways.filter(({ length }) => length === least);
  if (near.length === 0 || least === 0) return [issue];
  if (near.length === 1) return near[0]!;
  const [first] = near.map(([one]) => one!.path);
  const isOnePlace = least === 1 && near.every(([one]) => pathText(one!.path) === pathText(first!));
  const words = near.map((way) =>
    way
      .map(({ path, message }) =>
        isOnePlace ? message : `${pathText(path.slice(issue.path.length))}: ${message}`,
      )
      .join(', '),
  );
  return [{ path: isOnePlace ? first! : issue.path, message: [...new Set(words)].join('; or ') }];
}

/** Writes a problem as one line that names the file, the path and the reason. */
export const problemLine = (file: string, { path, reason }: DataProblem): string =>
  `${file}: ${path}: ${reason}`;
