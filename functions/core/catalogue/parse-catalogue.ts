import { type DataProblem, shapeProblems } from '../directory/data-problem.ts';
import { err, ok, type Result } from '../result.ts';
import { type Catalogue, catalogue } from './catalogue-schema.ts';
import { checkCatalogueAlone } from './check-catalogue.ts';

/** Reads a catalogue file's content (already parsed JSON): its shape, then the checks that need no directory. */
export const parseCatalogue = (content: unknown): Result<Catalogue, readonly DataProblem[]> => {
  const shape = catalogue.safeParse(content);
  if (!shape.success) return err(shapeProblems(shape.error));
  const problems = checkCatalogueAlone(shape.data);
  return problems.length === 0 ? ok(shape.data) : err(problems);
};
