import type { Issuer } from '../../infra/local/issuer.ts';
import type { Fact } from './fact.ts';
import { hasPassed, runWalk, type Walked } from './run-walk.ts';
import type { Walk } from './walk.ts';

interface Surroundings {
  readonly walks: readonly Walk[];
  issuer(): Promise<Issuer>;
  out(line: string): void;
  error(line: string): void;
}

/** Lists the walks or walks some of them. Returns 0, 1 when a fact does not hold or a walk breaks off, 2 for a wrong call. */
export async function walkCommand(args: readonly string[], around: Surroundings): Promise<0 | 1 | 2> {
  const [name, ...rest] = args;
  const { walks, out, error } = around;
  if (name === 'list' && rest.length === 0) {
    for (const line of listLines(walks)) out(line);
    return 0;
  }
  const chosen =
    name === 'all' ? walks : walks.filter((walk) => walk.name === name || String(walk.number) === name);
  if (chosen.length === 0 || rest.length > 0) {
    error(`${name === undefined || rest.length > 0 ? '' : `there is no walk "${name}"\n`}${usage}`);
    return 2;
  }
  const issuer = await around.issuer();
  let failed = 0;
  for (const walk of chosen) {
    const walked = await runWalk(walk, issuer, out);
    for (const line of endLines(walk, walked)) out(line);
    if (!hasPassed(walked)) failed += 1;
  }
  if (chosen.length > 1) out(`${chosen.length - failed} of ${chosen.length} walks passed`);
  return failed === 0 ? 0 : 1;
}

const usage = 'usage: npm run walk -- list | all | NAME | NUMBER';

const listLines = (walks: readonly Walk[]): string[] =>
  walks.map(
    ({ number, name, title, city, pack }) =>
      `${String(number).padStart(2)}  ${name.padEnd(20)} ${`${city}/${pack}`.padEnd(26)} ${title.zh} · ${title.en}`,
  );

const endLines = ({ name }: Walk, walked: Walked): string[] => [
  ...walked.facts.map(factLine),
  ...(walked.broken === undefined ? [] : [`  BROKEN ${walked.broken}`]),
  `  ${name}: ${hasPassed(walked) ? 'passed' : 'FAILED'}`,
];

const factLine = ({ ok, text, got, want }: Fact): string =>
  ok
    ? `  ok ${text}: ${JSON.stringify(got)}`
    : `  FAILED ${text}: got ${JSON.stringify(got)}, want ${JSON.stringify(want)}`;
