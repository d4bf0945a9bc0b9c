import type { LoadedCity } from '../../adapters/rules/read-city.ts';
import { inForce, type Publication, trustedMs } from '../../core/city/publication.ts';
import { type DurationMs, minuteMs } from '../../core/time.ts';
import type { Clock } from '../../ports/clock.ts';
import type { RulesRegister } from '../../ports/rules-register.ts';
import type { TicketStore } from '../../ports/ticket-store.ts';
import { readOutlines } from './load-city.ts';

/** A publication is seen by every instance after this long. */
const knownMs: DurationMs = minuteMs;
/** Publications read at once, the latest first: those still waiting for their time come before the one in force. */
const lookedAtMax = 20;

interface CityInForceDeps {
  /** The city that came with the function, in force until the first publication. */
  readonly deployed: LoadedCity;
  readonly city: string;
  /** Rules of another speed are another city's day: they are not taken. */
  readonly speed: number;
  readonly register: Pick<RulesRegister, 'publications'>;
  readonly store: Pick<TicketStore, 'loadRules'>;
  readonly clock: Clock;
  /** Told why published rules were not taken; the function then goes on by those it has. */
  refused(cause: unknown): void;
}

/**
 * Finds the city as its published rules stand. The register is asked at most once a minute, a publication with a time to
 * come is taken to the millisecond. Throws while the register has never answered: a function that does not know what
 * is published must not open tickets by what it came with, nor by what it knew two minutes ago, or an instance that was
 * idle for hours would. Until then it goes by what it knows.
 */
export function cityInForce(deps: CityInForceDeps): () => Promise<LoadedCity> {
  const { deployed, clock, refused } = deps;
  let publications: readonly Publication[] | undefined;
  let askedAt = Number.NEGATIVE_INFINITY;
  let present = deployed;
  let notTaken = { hash: '', until: 0 };

  const ask = async (now: number) => {
    try {
      publications = await untilInForce(deps, now);
      askedAt = now;
    } catch (cause) {
      if (publications === undefined || now - askedAt >= trustedMs) throw cause;
      refused(cause);
    }
  };

  return async () => {
    const now = clock.now();
    if (now - askedAt >= knownMs) await ask(now);
    const publication = inForce(publications ?? [], now);
    const hash = publication?.hash ?? deployed.rules.hash;
    if (hash === present.rules.hash) return present;
    if (hash === notTaken.hash && now < notTaken.until) return present;
    const loaded = hash === deployed.rules.hash ? deployed : await load(deps, hash);
    if (loaded !== undefined) present = loaded;
    else notTaken = { hash, until: now + knownMs };
    return present;
  };
}

/** The latest publications up to the one in force, or all where none is. */
async function untilInForce(
  { register, city }: CityInForceDeps,
  now: number,
): Promise<readonly Publication[]> {
  const read: Publication[] = [];
  let cursor: string | undefined;
  do {
    const next = cursor === undefined ? {} : { cursor };
    const page = await register.publications(city, { limit: lookedAtMax, ...next });
    read.push(...page.rows);
    cursor = page.cursor;
  } while (cursor !== undefined && inForce(read, now) === undefined);
  return read;
}

/** The city of published rules; `undefined`, and told why, where this code cannot run them. Throws when the store fails. */
async function load(
  { store, speed, refused }: CityInForceDeps,
  hash: string,
): Promise<LoadedCity | undefined> {
  const text = await store.loadRules(hash);
  try {
    if (text === undefined) throw new Error(`the published rules ${hash} are not kept`);
    const { compileKept } = await import('./compile-kept.ts');
    const accept = (sources: { readonly speed: number }) => {
      if (sources.speed === speed) return;
      throw new Error(`the published rules ${hash} are for speed ${sources.speed}, not ${speed}`);
    };
    const city = compileKept(hash, text, { accept, outlinesOf: readOutlines });
    if (city === undefined) throw new Error(`the published rules ${hash} do not compile with this code`);
    return { ...city, sources: text };
  } catch (cause) {
    refused(cause);
    return undefined;
  }
}
