import { problemLine } from '../../../functions/core/directory/data-problem.ts';
import { fileChecks } from '../file-checks.ts';
import { readJson } from '../read-json.ts';
import { namesAndCity } from './city-option.ts';
import type { Command, Console, ExitCode } from './command.ts';

/** Where one mistake breaks hundreds of rows, the first ones tell enough. */
const problemsShownMax = 50;

export const check: Command = {
  usage: 'FILE... [--city CITY]',
  summary:
    'check data files (policy packs also against a city); each problem is printed with its file, path and reason',
  run: (args, console) => {
    const asked = namesAndCity(args);
    if (!asked.ok || asked.value.names.length === 0) {
      console.error(`check: ${asked.ok ? 'name at least one file' : asked.error}`);
      return 2;
    }
    const { names, city } = asked.value;
    const codes = names.map((file) => checkFile(file, city, console));
    return codes.reduce<ExitCode>((worst, code) => (code > worst ? code : worst), 0);
  },
};

const checkFile = (file: string, city: string | undefined, console: Console): ExitCode => {
  const content = readJson(file);
  if (!content.ok) {
    console.error(`${file}: ${content.error.reason}`);
    return content.error.code === 'UNREADABLE' ? 2 : 1;
  }
  const schema = schemaOf(content.value);
  const checkContent = schema === undefined ? undefined : fileChecks[schema];
  if (!checkContent) {
    const known = Object.keys(fileChecks).join(', ');
    console.error(
      problemLine(file, { path: 'schema', reason: `is ${schema ?? 'missing'}; expected one of ${known}` }),
    );
    return 1;
  }
  const { problems, notes, summary } = checkContent(content.value, file, city);
  for (const problem of problems.slice(0, problemsShownMax)) console.error(problemLine(file, problem));
  if (problems.length > problemsShownMax) {
    console.error(`${file}: and ${problems.length - problemsShownMax} more problems`);
  }
  if (problems.length > 0) return 1;
  for (const note of notes) console.out(`${file}: note: ${note}`);
  console.out(`${file}: ${summary}: no problems`);
  return 0;
};

const schemaOf = (content: unknown): string | undefined => {
  if (typeof content !== 'object' || content === null || !('schema' in content)) return undefined;
  return typeof content.schema === 'string' && Object.hasOwn(fileChecks, content.schema)
    ? content.schema
    : JSON.stringify(content.schema);
};
