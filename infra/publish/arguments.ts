import { parseArgs } from 'node:util';
import { err, ok, type Result } from '../../functions/core/result.ts';

export const usage = `usage: npm run pack:publish -- --table TABLE --city CITY [what] [options]

what (one of):
  --pack PACK       checks the pack with its city and publishes both
  --rollback N      brings back the rules of version N, as a version of its own
  (neither)         lists the versions, the one in force marked

options:
  --by NAME         who publishes (default: the user of this machine)
  --reason TEXT     why; kept with the version
  --from INSTANT    in force from then on, as 2026-12-01T00:00:00+08:00 (default: at once)
  --data FOLDER     holds cities/ and policies/ (default: functions)
  --speed N         for a demonstration that runs faster than life (default: 1)

TABLE is the stack's output TableName. Region, credentials and endpoint (AWS_ENDPOINT_URL_DYNAMODB) come from the
environment. Functions take the rules over within a minute; a ticket keeps those it was opened under.
`;

export interface PublishArguments {
  readonly table: string;
  readonly city: string;
  readonly pack?: string;
  readonly rollback?: number;
  readonly by: string;
  readonly reason: string;
  readonly from?: number;
  readonly data: string;
  readonly speed: number;
}

/** Reads the command line; an error says what is wrong with which option. */
export function parsePublish(
  line: readonly string[],
  defaults: { readonly data: string; readonly by: string },
): Result<PublishArguments, string> {
  const text = { type: 'string' } as const;
  const options = {
    table: text,
    city: text,
    pack: text,
    rollback: text,
    by: text,
    reason: text,
    from: text,
    data: text,
    speed: text,
  };
  let values: { [Name in keyof typeof options]?: string };
  try {
    ({ values } = parseArgs({ args: [...line], options, strict: true, allowPositionals: false }));
  } catch (cause) {
    return err(cause instanceof Error ? cause.message : String(cause));
  }
  const { table, city, pack, rollback, from } = values;
  if (table === undefined) return err("--table is missing: the stack's output TableName");
  if (city === undefined) return err('--city is missing');
  if (pack !== undefined && rollback !== undefined) return err('--pack and --rollback exclude each other');
  const version = Number(rollback);
  if (rollback !== undefined && !(Number.isInteger(version) && version > 0))
    return err(`--rollback ${rollback} is no version: versions are 1, 2, 3`);
  const instant = from === undefined ? undefined : Date.parse(from);
  if (from !== undefined && !/[zZ]$|[+-]\d\d:\d\d$/.test(from))
    return err(`--from ${from} has no offset, such as +08:00`);
  if (Number.isNaN(instant)) return err(`--from ${from} is no instant`);
  const speed = Number(values.speed ?? 1);
  if (!(speed >= 1)) return err(`--speed ${values.speed} is no number from 1`);
  return ok({
    table,
    city,
    ...(pack === undefined ? {} : { pack }),
    ...(rollback === undefined ? {} : { rollback: version }),
    ...(instant === undefined ? {} : { from: instant }),
    by: values.by ?? defaults.by,
    reason: values.reason ?? '',
    data: values.data ?? defaults.data,
    speed,
  });
}
