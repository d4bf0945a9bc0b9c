import * as z from 'zod';
import { minuteMs, secondMs } from '../../functions/core/time.ts';
import { type Command, interruptedCode } from '../experiment/command.ts';
import { explainCall } from '../experiment/terminal/explain-call.ts';
import { type Host, systemHost } from '../experiment/terminal/host.ts';
import { flag, readOptions, wholeNumber } from '../experiment/terminal/read-options.ts';
import { refuse } from '../experiment/terminal/refuse.ts';
import { checkTarget } from './drive/check-target.ts';
import { driveLines } from './drive/drive-lines.ts';
import { askHealth, platformToken } from './drive/drive-target.ts';
import { runDrive } from './drive/run-drive.ts';
import { type LoadCity, loadCity } from './load-city.ts';
import { type SyntheticBody, type SyntheticRequest, syntheticRequests } from './synthetic-requests.ts';

const usage = `usage: npm run sim -- drive --url U [options]
  --url U            the API, such as http://127.0.0.1:8311
  --rate R           requests a second, whatever the answers take (10)
  --minutes M        for so long (1)
  --scenario S       whose requests (beijing-day)
  --seed S           names the luck (1)
  --in-flight-max N  unanswered requests at once; more wait, and their wait counts (200)
  --listen S         seconds to hear of timers after the last answer (5)
  --token-file FILE  a token of the platform; a local host gives one itself
  --same-keys        the keys of the scenario: what was sent before is known to the service
  --yes-really       drives another machine than this one, where it opens real tickets`;

const options = {
  url: z.string('expected the address of an API'),
  rate: wholeNumber(1, 500).default(10),
  minutes: wholeNumber(1, 60).default(1),
  scenario: z.string().min(1).default('beijing-day'),
  seed: wholeNumber(0, 2 ** 31).default(1),
  'in-flight-max': wholeNumber(1, 2_000).default(200),
  listen: wholeNumber(0, 600).default(5),
  'token-file': z.string().min(1).optional(),
  'same-keys': flag,
  'yes-really': flag,
} as const;

/** Posts a scenario's requests to a live API at a fixed rate. Exits 1 if any was refused, unanswered or not sent. */
export async function drive(args: readonly string[], host: Host): Promise<number> {
  const read = readOptions(args, { positionals: { names: 'nothing', min: 0, max: 0 }, options });
  if (!read.ok) return explainCall(host, read.error, usage);
  const asked = read.value.options;
  const target = checkTarget(asked.url, asked['yes-really']);
  if (!target.ok) return refuse(host, [target.error]);
  const city = loadCity({ scenario: asked.scenario, seed: asked.seed, days: undefined });
  if (!city.ok) return refuse(host, city.error);
  const service = await askHealth(target.value);
  if (!service.ok) return refuse(host, [service.error]);
  if (service.value.city !== city.value.setup.scenario.city) {
    return refuse(host, [
      `the service runs ${service.value.city}, ${asked.scenario} is of ${city.value.setup.scenario.city}`,
    ]);
  }
  const token = await platformToken(target.value, asked['token-file']);
  if (!token.ok) return refuse(host, [token.error]);
  const count = Math.round((asked.rate * asked.minutes * minuteMs) / secondMs);
  const { clock } = host;
  host.out(
    `${count} requests of ${asked.scenario} at ${asked.rate}/s to ${target.value.url} (${service.value.pack}, speed ${service.value.speed})`,
  );
  const mark = asked['same-keys'] ? '' : `-${clock.now().toString(36)}`;
  const { figures, timers, isTakenBack } = await runDrive({
    target: target.value,
    token: token.value,
    bodies: bodiesOf(city.value, mark),
    count,
    ratePerSecond: asked.rate,
    inFlightMax: asked['in-flight-max'],
    listenMs: asked.listen * secondMs,
    owners: target.value.isLoopback && asked['token-file'] === undefined ? toldOf(city.value) : [],
    clock,
    aborted: host.interrupted,
  });
  host.out(driveLines(figures, timers));
  if (!isTakenBack) {
    host.error(`${target.value.url} does not answer: receivers of this drive may be left at /webhooks`);
  }
  if (host.interrupted.aborted) return interruptedCode;
  if (!isTakenBack) return 1;
  return figures.refused.length + figures.unanswered.length + figures.unsent === 0 ? 0 : 1;
}

/** The scenario's requests with keys of this drive, so that driving again opens tickets again. */
function bodiesOf(city: LoadCity, mark: string): Generator<SyntheticBody> {
  const requests = syntheticRequests(city);
  return marked(city, requests, mark);
}

/** A drive longer than its scenario begins it again, under keys of another round. */
function* marked(
  city: LoadCity,
  requests: Iterable<SyntheticRequest>,
  mark: string,
): Generator<SyntheticBody> {
  for (let round = 1, some = requests; ; round += 1, some = syntheticRequests(city)) {
    const suffix = round === 1 ? mark : `${mark}-${round}`;
    for (const { body } of some) yield { ...body, sourceKey: body.sourceKey + suffix };
  }
}

/** The hotline, the city and its districts: together they are told of every rung and every callback. */
const toldOf = ({ setup }: LoadCity): readonly string[] => {
  const { units } = setup.rules;
  const over = units.codes.filter((_, n) => units.kinds[n] === 'city' || units.kinds[n] === 'district');
  return ['hotline', ...over];
};

export const driveCommand: Command = {
  run: (args) => drive(args, systemHost()),
};
