/** One thing wrong in a data file: where (a path such as `units[3].areaParent`) and why, for a person to mend. */
export type DataProblem = { readonly path: string; readonly reason: string };

/** Writes a zod issue's path as one reads it in the file: `['units', 3, 'areaParent']` is `units[3].areaParent`. */
const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? String(part) : `${text}.${String(part)}`;
  }, '');

/** Turns zod's issues into data problems, in the order zod found them. The whole file's path is `(file)`. */
export const shapeProblems = (error: {
  readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
}): DataProblem[] =>
  error.issues.map(({ path, message }) => ({ path: pathText(path) || '(file)', reason: message }));

/** Writes a problem as one line that names the file, the path and the reason. */
export const problemLine = (file: string, { path, reason }: DataProblem): string =>
  `${file}: ${path}: ${reason}`;
