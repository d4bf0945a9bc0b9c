import { dirname, join } from 'node:path';
import { catalogueItems } from '../../functions/core/catalogue/catalogue-items.ts';
import { checkCatalogue } from '../../functions/core/catalogue/check-catalogue.ts';
import { parseCatalogue } from '../../functions/core/catalogue/parse-catalogue.ts';
import { ambiguousNames } from '../../functions/core/directory/ambiguous-names.ts';
import type { DataProblem } from '../../functions/core/directory/data-problem.ts';
import { parseDirectory } from '../../functions/core/directory/parse-directory.ts';
import { checkDuties } from '../../functions/core/duties/check-duties.ts';
import { listDuties } from '../../functions/core/duties/list-duties.ts';
import { parseDuties } from '../../functions/core/duties/parse-duties.ts';
import { parseShapes } from '../../functions/core/places/place-shapes.ts';
import { type Checked, type FileCheck, unusable } from './file-check.ts';
import { checkPolicyFile } from './policy/check-policy-file.ts';
import { readJson } from './read-json.ts';

const checkDirectoryFile: FileCheck = (content, file) => {
  const parsed = parseDirectory(content);
  if (!parsed.ok) return unusable(parsed.error);
  const { units, places, shapes } = parsed.value;
  return {
    problems:
      shapes === undefined ? [] : shapeFileProblems(join(dirname(file), shapes), shapes, parsed.value),
    notes: ambiguousNames(parsed.value).map(
      ({ name, units: sharing }) => `the name ${name} is ambiguous: ${sharing.join(', ')}`,
    ),
    summary: `directory of ${units.length} units and ${places.length} places`,
  };
};

const shapeFileProblems = (
  path: string,
  name: string,
  directory: Parameters<typeof parseShapes>[1],
): readonly DataProblem[] => {
  const content = readJson(path);
  if (!content.ok) return [{ path: 'shapes', reason: `${name}: ${content.error.reason}` }];
  const shapes = parseShapes(content.value, directory);
  return shapes.ok
    ? []
    : shapes.error.map(({ path: at, reason }) => ({ path: 'shapes', reason: `${name}: ${at}: ${reason}` }));
};

const checkCatalogueFile: FileCheck = (content, file) => {
  const parsed = parseCatalogue(content);
  if (!parsed.ok) return unusable(parsed.error);
  const summary = `catalogue of ${catalogueItems(parsed.value).length} items in ${parsed.value.groups.length} groups`;
  const note = (reason: string): Checked => ({
    problems: [],
    notes: [`directory.json beside it ${reason}: the catalogue's units were not checked`],
    summary,
  });
  const beside = readJson(join(dirname(file), 'directory.json'));
  if (!beside.ok) return note(beside.error.reason);
  const directory = parseDirectory(beside.value);
  return directory.ok
    ? { problems: checkCatalogue(parsed.value, directory.value), notes: [], summary }
    : note('has problems of its own');
};

const checkDutiesFile: FileCheck = (content, file) => {
  const parsed = parseDuties(content);
  if (!parsed.ok) return unusable(parsed.error);
  const duties = listDuties(parsed.value).map(({ duty }) => duty);
  const led = duties.filter(({ part }) => part === 'lead').length;
  const share = ((100 * led) / duties.length).toFixed(1);
  const summary = `duty list of ${duties.length} duties on ${parsed.value.boards.length} boards, ${led} led (${share} %)`;
  const beside = (name: string) => readJson(join(dirname(file), name));
  const [directoryFile, catalogueFile] = [beside('directory.json'), beside('catalogue.json')];
  const directory = directoryFile.ok ? parseDirectory(directoryFile.value) : directoryFile;
  const catalogue = catalogueFile.ok ? parseCatalogue(catalogueFile.value) : catalogueFile;
  if (directory.ok && catalogue.ok) {
    return { problems: checkDuties(parsed.value, catalogue.value, directory.value), notes: [], summary };
  }
  const note =
    'there is no sound directory.json and catalogue.json beside it: units and items were not checked';
  return { problems: [], notes: [note], summary };
};

/** How each kind of data file is checked, by its `schema` field. */
export const fileChecks: Readonly<Record<string, FileCheck>> = {
  'citywhistle/directory@1': checkDirectoryFile,
  'citywhistle/catalogue@1': checkCatalogueFile,
  'citywhistle/duties@1': checkDutiesFile,
  'citywhistle/policy@1': checkPolicyFile,
};
