import { readCity } from '../../functions/adapters/rules/read-city.ts';
import { inForce, type Publication } from '../../functions/core/city/publication.ts';
import { problemLine } from '../../functions/core/directory/data-problem.ts';
import {
  type PublishDeps,
  type PublishError,
  publicationsOf,
  publishRules,
  rollBackRules,
} from '../../functions/usecases/rules/publish-rules.ts';
import type { PublishArguments } from './arguments.ts';

interface Console {
  out(line: string): void;
  error(line: string): void;
}

/** Publishes, rolls back or lists. Exit code 0; 1 when nothing was published, with the reason. */
export async function runPublish(
  deps: PublishDeps,
  wanted: PublishArguments,
  console: Console,
): Promise<0 | 1> {
  if (wanted.pack === undefined && wanted.rollback === undefined) return list(deps, wanted.city, console);
  const { city, by, reason, from } = wanted;
  const order = { city, by, reason, ...(from === undefined ? {} : { from }) };
  const published =
    wanted.rollback === undefined
      ? await publishPack(deps, wanted, order, console)
      : await rollBackRules(deps, wanted.rollback, order);
  if (published === undefined) return 1;
  if (!published.ok) {
    for (const line of explain(published.error)) console.error(line);
    return 1;
  }
  console.out(line(published.value));
  return 0;
}

async function publishPack(
  deps: PublishDeps,
  { data, city, pack = '', speed }: PublishArguments,
  order: Parameters<typeof publishRules>[2],
  console: Console,
) {
  const read = readCity({ dataDir: data, city, pack, speed });
  if (read.ok) return publishRules(deps, read.value, order);
  for (const { file, path, reason } of read.error) console.error(problemLine(file, { path, reason }));
  console.error('nothing was published');
  return undefined;
}

async function list(deps: PublishDeps, city: string, console: Console): Promise<0> {
  const known = await publicationsOf(deps, city);
  const present = inForce(known, deps.clock.now());
  if (known.length === 0) console.out(`${city}: nothing published; functions run by what was deployed`);
  for (const one of known) console.out(`${one === present ? '*' : ' '} ${line(one)}`);
  return 0;
}

const line = ({ version, policyId, hash, from, publishedAt, by, reason, rollbackOf }: Publication): string =>
  [
    `version ${version}`,
    policyId,
    hash,
    `from ${new Date(from).toISOString()}`,
    `published ${new Date(publishedAt).toISOString()} by ${by}`,
    ...(rollbackOf === undefined ? [] : [`back to version ${rollbackOf}`]),
    ...(reason === '' ? [] : [reason]),
  ].join('  ');

function explain(error: PublishError): readonly string[] {
  switch (error.code) {
    case 'RACE_LOST':
      return [
        'somebody published meanwhile; look at it, and publish again if yours still fits:',
        line(error.winner),
      ];
    case 'SAME_RULES':
      return ['these rules are published already:', line(error.present)];
    case 'FROM_PAST':
      return [`--from ${new Date(error.from).toISOString()} lies in the past`];
    case 'NO_VERSION':
      return [`there is no version ${error.version}; the latest is ${error.latest}`];
    case 'DO_NOT_COMPILE':
      return ['these rules cannot be run:', ...error.problems];
  }
}
