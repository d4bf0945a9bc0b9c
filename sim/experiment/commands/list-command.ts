import * as z from 'zod';
import { listAssumptions } from '../../../functions/core/policy/list-assumptions.ts';
import { readScenarios } from '../../city/read-scenarios.ts';
import type { Command } from '../command.ts';
import { knownPacks } from '../setup/choose-pack.ts';
import { chooseScenario } from '../setup/choose-scenario.ts';
import { explainCall } from '../terminal/explain-call.ts';
import { type Host, systemHost } from '../terminal/host.ts';
import { readOptions } from '../terminal/read-options.ts';
import { refuse } from '../terminal/refuse.ts';
import { tableText } from '../terminal/table-text.ts';

const usage = 'usage: npm run sim -- list [--lang zh|en]';

/** Lists the scenarios with what they rest on, and the packs. Exit code 1 if a shipped scenario does not resolve. */
export function listScenarios(args: readonly string[], host: Host): number {
  const read = readOptions(args, {
    positionals: { names: 'no names', min: 0, max: 0 },
    options: { lang: z.enum(['zh', 'en']).default('en') },
  });
  if (!read.ok) return explainCall(host, read.error, usage);
  const { lang } = read.value.options;
  const files = readScenarios();
  if (!files.ok) return refuse(host, [files.error]);
  const problems: string[] = [];
  const rows: string[][] = [];
  for (const name of files.value.keys()) {
    const scenario = chooseScenario(name);
    if (!scenario.ok) {
      problems.push(...scenario.error);
      continue;
    }
    const { title, city, pack, startDate, days, warmUpDays } = scenario.value;
    const assumed = listAssumptions(scenario.value).length;
    rows.push([
      name,
      title[lang],
      city,
      pack,
      `${startDate} + ${days} d (${warmUpDays})`,
      `${countBasis(scenario.value)} / ${assumed}`,
    ]);
  }
  const titles =
    lang === 'zh'
      ? ['场景', '名称', '城市', '规则包', '起始与天数（预热）', '有出处 / 假设']
      : ['scenario', 'title', 'city', 'pack', 'start and days (warm-up)', 'on a basis / assumed'];
  for (const line of tableText(
    titles.map((title) => ({ title })),
    rows,
  ))
    host.out(line);
  host.out('');
  host.out(`${lang === 'zh' ? '规则包' : 'packs'}: ${knownPacks().join(', ')}`);
  for (const problem of problems) host.error(problem);
  return problems.length === 0 ? 0 : 1;
}

/** Values of a scenario that rest on something published. */
function countBasis(content: unknown): number {
  if (typeof content !== 'object' || content === null) return 0;
  if (Object.hasOwn(content, 'value') && Object.hasOwn(content, 'basis')) return 1;
  return Object.values(content).reduce<number>((sum, value) => sum + countBasis(value), 0);
}

export const listCommand: Command = {
  run: (args) => listScenarios(args, systemHost()),
};
