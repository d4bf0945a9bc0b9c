import { parseArgs } from 'node:util';
import { err, ok, type Result } from '../../functions/core/result.ts';
import { type StoreName, storeNames } from './open-store.ts';

export const usage = `Drives the rows of a 311 file through the service in virtual time and checks the outcome:
  npm run replay -- --city baltimore FILE.csv [options]

  --city NAME     the city whose file it is (baltimore)
  --sample        the sample that ships with the city, instead of FILE.csv
  --limit N       only the first N rows
  --store NAME    dynalite (the embedded DynamoDB server) or memory
`;

/** The cities whose files can be replayed: those built from one. */
const replayCities = ['baltimore'] as const;
export type ReplayCity = (typeof replayCities)[number];

export type ReplayOptions = {
  readonly city: ReplayCity;
  /** Undefined: the sample. */
  readonly file: string | undefined;
  readonly limit: number | undefined;
  readonly store: StoreName;
};

/** Reads the command line; the error is one line that names what is wrong. */
export const replayOptions = (args: readonly string[]): Result<ReplayOptions, string> => {
  const parsed = parse(args);
  if (!parsed.ok) return parsed;
  const { values, positionals } = parsed.value;
  const city = replayCities.find((name) => name === values.city);
  if (city === undefined) {
    const given =
      values.city === undefined ? 'name a city' : `there is no 311 file of the city ${values.city}`;
    return err(`--city: ${given}; known: ${replayCities.join(', ')}`);
  }
  const store = storeNames.find((name) => name === values.store);
  if (store === undefined) {
    return err(`--store: "${values.store}" is none of ${storeNames.join(', ')}`);
  }
  if (values.limit !== undefined && !/^[1-9]\d{0,8}$/.test(values.limit)) {
    return err(`--limit: "${values.limit}" is no whole number from 1`);
  }
  if (values.sample ? positionals.length > 0 : positionals.length !== 1) {
    return err('name one FILE.csv, or --sample');
  }
  const limit = values.limit === undefined ? undefined : Number(values.limit);
  return ok({ city, file: positionals[0], limit, store });
};

const parse = (args: readonly string[]) => {
  try {
    return ok(
      parseArgs({
        args: [...args],
        allowPositionals: true,
        options: {
          city: { type: 'string' },
          sample: { type: 'boolean', default: false },
          limit: { type: 'string' },
          store: { type: 'string', default: 'dynalite' },
        },
      }),
    );
  } catch (cause) {
    return err((cause instanceof Error ? cause.message : String(cause)).split('. To specify')[0] ?? '');
  }
};
