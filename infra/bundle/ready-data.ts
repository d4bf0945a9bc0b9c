import { makeReady } from '../../functions/adapters/rules/make-ready.ts';
import { readyFile } from '../../functions/adapters/rules/ready-city.ts';
import { problemLine } from '../../functions/core/directory/data-problem.ts';
import { WrongSetting } from '../wrong-setting.ts';

/**
 * The data file that functions start their city from, so that what is the same at each start is checked but once.
 *
 * @throws WrongSetting naming file, path and reason of what does not fit
 */
export function readyData(choice: {
  readonly dataDir: string;
  readonly city: string;
  readonly pack: string;
}): Readonly<Record<string, string>> {
  const { city, pack } = choice;
  const ready = makeReady(choice);
  if (ready.ok) return { [readyFile(city, pack)]: JSON.stringify(ready.value) };
  const problems = ready.error.map(({ file, path, reason }) => problemLine(file, { path, reason }));
  throw new WrongSetting(`the city ${city} cannot run under ${pack}:\n${problems.join('\n')}`);
}
