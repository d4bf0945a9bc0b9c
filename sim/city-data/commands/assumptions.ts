import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { problemLine } from '../../../functions/core/directory/data-problem.ts';
import { listAssumptions } from '../../../functions/core/policy/list-assumptions.ts';
import { resolvePolicy } from '../../../functions/core/policy/resolve-policy.ts';
import { policiesFolder } from '../city-folders.ts';
import { explainProblem } from '../policy/explain-problem.ts';
import { type PackChain, readPackChain } from '../policy/pack-chain.ts';
import { provenanceLines } from '../policy/provenance-lines.ts';
import { standsIn } from '../policy/stands-in.ts';
import { readJson } from '../read-json.ts';
import { namesAndCity } from './city-option.ts';
import type { Command } from './command.ts';

export const assumptions: Command = {
  usage: 'PACK [--city CITY]',
  summary: 'list what a policy pack (a shipped one or a file) assumes or lacks, and what its city rests on',
  run: (args, console) => {
    const asked = namesAndCity(args);
    if (!asked.ok || asked.value.names.length !== 1) {
      console.error(`assumptions: ${asked.ok ? 'name one policy pack' : asked.error}`);
      return 2;
    }
    const { names, city } = asked.value;
    const file = fileOf(names[0]!);
    const content = readJson(file);
    if (!content.ok) {
      console.error(`${file}: ${content.error.reason}`);
      return content.error.code === 'UNREADABLE' ? 2 : 1;
    }
    const chain = readPackChain(file, content.value);
    const resolved = chain.ok ? resolvePolicy(chain.value.packs, chain.value.id) : chain;
    if (!chain.ok || !resolved.ok) {
      const problems = resolved.ok ? [] : resolved.error;
      for (const problem of problems) {
        console.error(problemLine(file, chain.ok ? explainProblem(chain.value, problem) : problem));
      }
      return 1;
    }
    for (const line of packLines(chain.value, resolved.value)) console.out(line);
    const ofCity = city === undefined ? [] : provenanceLines(city);
    for (const line of ofCity) console.out(line);
    return 0;
  },
};

const fileOf = (name: string): string => {
  const shipped = join(policiesFolder, `${name}.json`);
  return basename(name) === name && existsSync(shipped) ? shipped : name;
};

/** A line an assumption, with the value as it is written: a resolved pack holds lengths in milliseconds. */
const packLines = (chain: PackChain, pack: object): string[] => {
  const found = listAssumptions(pack);
  const missing = found.filter((assumption) => assumption.missing);
  return [
    `${chain.id}: ${found.length - missing.length} assumptions, ${missing.length} missing`,
    ...found.map(({ path, why, missing: isMissing }) => {
      const standing = standsIn(chain, `${path}.value`);
      const from = standing === undefined || standing.pack === chain.id ? '' : ` [${standing.pack}]`;
      return isMissing
        ? `  ${path}: missing${from}: ${why}`
        : `  ${path} = ${JSON.stringify(standing?.value)}${from}: ${why}`;
    }),
  ];
};
