import { err, ok, type Result } from '../result.ts';
import { checkDirectory } from './check-directory.ts';
import { type DataProblem, shapeProblems } from './data-problem.ts';
import { type Directory, directory } from './directory-schema.ts';

/** Reads a directory file's content (already parsed JSON): its shape first, then its cross-checks. */
export const parseDirectory = (content: unknown): Result<Directory, readonly DataProblem[]> => {
  const shape = directory.safeParse(content);
  if (!shape.success) return err(shapeProblems(shape.error));
  const problems = checkDirectory(shape.data);
  return problems.length === 0 ? ok(shape.data) : err(problems);
};
