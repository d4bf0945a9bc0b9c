import { join } from 'node:path';
import { readCity } from '../../functions/adapters/rules/read-city.ts';
import type { UnitKind } from '../../functions/core/directory/unit-kinds.ts';
import { instantText } from '../../functions/core/instant-text.ts';
import type { TicketView } from '../../functions/usecases/ticket-view.ts';
import type { Issuer } from '../../infra/local/issuer.ts';
import type { Role } from '../../infra/local/roles.ts';
import { assumptionLines } from './assumption-lines.ts';
import { BrokenWalk } from './broken-walk.ts';
import { makeClient } from './client.ts';
import type { Fact } from './fact.ts';
import { startWalkHost } from './host/start-walk-host.ts';
import { Speaker, type Step } from './speaker.ts';
import { namedUnits } from './unit-names.ts';
import type { Walk } from './walk.ts';
import { Walker } from './walker.ts';

const dataDir = join(import.meta.dirname, '../../functions');

/** How a walk ended: the facts it looked for, and why it broke off if it did. */
export interface Walked {
  readonly facts: readonly Fact[];
  readonly broken?: string;
}

/** Whether a walk reached its end and found everything as it must be. */
export const hasPassed = ({ facts, broken }: Walked): boolean =>
  broken === undefined && facts.length > 0 && facts.every(({ ok }) => ok);

/**
 * Walks a walk in a city of its own and shows it line by line. A city that does not load, or a step that is answered
 * otherwise than it must be, ends the walk as broken. Rejects for a walk that stands on rules its pack does not have.
 */
export async function runWalk(walk: Walk, issuer: Issuer, show: (line: string) => void): Promise<Walked> {
  const loaded = readCity({ dataDir, city: walk.city, pack: walk.pack, speed: 1 });
  if (!loaded.ok) {
    const problems = loaded.error.map(({ file, path, reason }) => `${file}: ${path}: ${reason}`);
    return { facts: [], broken: problems.join('; ') };
  }
  const city = loaded.value;
  const { utcOffsetMs } = city.rules;
  const units = namedUnits(city.sources);
  const host = await startWalkHost({
    city,
    names: { city: walk.city, pack: walk.pack },
    startAt: Date.parse(walk.startAt),
    issuer,
  });
  const client = makeClient(host.url, issuer);
  const nameOf = (code: string) => units.get(code)?.zh ?? code;
  const time = () => instantText(host.now(), utcOffsetMs).slice(0, 19).replace('T', ' ');
  // Quiet stretches may lie in one another.
  let silent = 0;
  let keys = 0;
  const common = {
    client,
    newKey: () => `walk-${++keys}`,
    describe: (view: TicketView) => describe(view, nameOf),
    show: (step: Step) => {
      if (silent === 0) show(stepLine(time(), step));
    },
  };
  const walker = new Walker({
    host,
    units,
    hotline: new Speaker({ ...common, who: '12345热线', role: 'platform' }),
    operator: new Speaker({ ...common, who: '运维', role: 'operator' }),
    speakerOf: ({ code, kind, zh }) => new Speaker({ ...common, who: zh, role: roleOf(kind), unit: code }),
    show,
    silence: (on) => {
      silent += on ? 1 : -1;
    },
  });
  for (const line of heading(walk)) show(line);
  try {
    await walk.steps(walker);
    if (host.faults.length > 0) throw new BrokenWalk(`the service failed: ${faultText(host.faults[0])}`);
    return { facts: walker.facts };
  } catch (cause) {
    if (!(cause instanceof BrokenWalk)) throw cause;
    return { facts: walker.facts, broken: cause.message };
  } finally {
    await host.stop();
  }
}

const heading = ({ number, title, source, city, pack, restsOn, assumes }: Walk): string[] => [
  `${number} ${title.zh} · ${title.en}`,
  `  source: ${source}; city ${city}, pack ${pack}`,
  ...assumptionLines(pack, restsOn).map((line) => `  assumes ${line}`),
  ...assumes.map((line) => `  assumes ${line}`),
];

const stepLine = (time: string, { who, what, request, status, fact }: Step): string =>
  `  ${time}  ${who}  ${what}  ${request}  ${status}${fact === '' ? '' : `  ${fact}`}`;

/** Which token staff of a unit carry. */
const roleOf = (kind: UnitKind): Role => {
  if (kind === 'city' || kind === 'district') return kind;
  return kind === 'subdistrict' || kind === 'community' || kind === 'grid' ? 'unit' : 'department';
};

function describe(view: TicketView, nameOf: (code: string) => string): string {
  const { statusLabel, leadUnit, dueAt, overdue } = view;
  const due = dueAt === undefined ? '' : `, 限 ${dueAt.slice(0, 19).replace('T', ' ')}`;
  const lead = leadUnit === undefined ? '' : `, 主责 ${nameOf(leadUnit)}`;
  return `${statusLabel.zh}${lead}${due}${overdue ? ', 超期' : ''}${calledText(view)}`;
}

/** How many of the summoned have come (报到), and how many are still there. */
function calledText({ summonses }: TicketView): string {
  if (summonses.length === 0) return '';
  const come = summonses.filter(({ arrivedAt }) => arrivedAt !== undefined);
  const there = come.filter(({ endedAt }) => endedAt === undefined);
  return `, 报到 ${come.length}/${summonses.length}, 在场 ${there.length}`;
}

const faultText = (fault: unknown): string => {
  const cause = typeof fault === 'object' && fault !== null && 'cause' in fault ? fault.cause : fault;
  return cause instanceof Error ? (cause.stack ?? cause.message) : JSON.stringify(fault);
};
