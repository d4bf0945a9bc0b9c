import { parseArgs } from 'node:util';
import { err, ok, type Result } from '../../functions/core/result.ts';

export const usage = `Runs the city on this machine: npm start -- [options]

  --port N       listen on port N of the loopback (8311)
  --data DIR     keep the data in DIR (.local/data)
  --fresh        empty the data first
  --city NAME    the city's directory and catalogue
  --pack NAME    the policy pack the city runs by
  --speed N      let every duration pass N times as fast (1)
  --help         show this

AWS_ENDPOINT_URL_DYNAMODB and AWS_ENDPOINT_URL_SQS name other servers than the embedded ones; tables and queues that are
missing there are made.
`;

export interface Arguments {
  readonly help: boolean;
  readonly port: number;
  readonly dataDir: string;
  readonly fresh: boolean;
  /** What the options add to the environment of every function. */
  readonly environment: Readonly<Record<string, string>>;
}

/** Reads the command line; the error is one line that names the option at fault. */
export function parseArguments(line: readonly string[], defaultDataDir: string): Result<Arguments, string> {
  try {
    const { values } = parseArgs({
      args: [...line],
      options: {
        port: { type: 'string', default: '8311' },
        data: { type: 'string', default: defaultDataDir },
        fresh: { type: 'boolean', default: false },
        city: { type: 'string' },
        pack: { type: 'string' },
        speed: { type: 'string', default: '1' },
        help: { type: 'boolean', default: false },
      },
    });
    const port = wholeNumber(values.port);
    if (port === undefined || port > 65_535 || (port > 0 && port < 1_024)) {
      return err(`--port takes a number from 1024 to 65535 (0: any free one), not "${values.port}"`);
    }
    const speed = wholeNumber(values.speed);
    if (speed === undefined || speed < 1 || speed > 1_000_000) {
      return err(`--speed takes a whole number from 1 to 1000000, not "${values.speed}"`);
    }
    const environment: Record<string, string> = { TIME_SPEED: String(speed) };
    if (values.city !== undefined) environment.CITY = values.city;
    if (values.pack !== undefined) environment.PACK = values.pack;
    return ok({ help: values.help, port, dataDir: values.data, fresh: values.fresh, environment });
  } catch (cause) {
    return err((cause instanceof Error ? cause.message : String(cause)).split('. To specify')[0] ?? '');
  }
}

const wholeNumber = (text: string): number | undefined => (/^\d{1,9}$/.test(text) ? Number(text) : undefined);
