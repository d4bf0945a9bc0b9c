import { citySources } from '../../core/city/city-sources.ts';
import { compileCity } from '../../core/city/compile-city.ts';
import type { Publication } from '../../core/city/publication.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { EpochMs } from '../../core/time.ts';
import type { Clock } from '../../ports/clock.ts';
import { pageRowsMax } from '../../ports/page-limit.ts';
import type { RulesRegister } from '../../ports/rules-register.ts';
import type { TicketStore } from '../../ports/ticket-store.ts';

export interface PublishDeps {
  readonly store: Pick<TicketStore, 'putRules' | 'loadRules'>;
  readonly register: RulesRegister;
  readonly clock: Clock;
}

/** Who publishes, why, and from when on; `from` absent: at once. */
export interface PublishOrder {
  readonly city: string;
  readonly by: string;
  readonly reason: string;
  readonly from?: EpochMs;
}

export type PublishError =
  /** Somebody else published meanwhile: look at it, and publish again if it still fits. */
  | { readonly code: 'RACE_LOST'; readonly winner: Publication }
  | { readonly code: 'SAME_RULES'; readonly present: Publication }
  | { readonly code: 'FROM_PAST'; readonly from: EpochMs; readonly now: EpochMs }
  | { readonly code: 'NO_VERSION'; readonly version: number; readonly latest: number }
  /** The sources of an old version do not compile any more with the code at hand. */
  | { readonly code: 'DO_NOT_COMPILE'; readonly problems: readonly string[] };

/** A city that has been read and compiled, as `adapters/rules` gives it. */
interface Candidate {
  readonly rules: { readonly hash: string; readonly policyId: string };
  readonly sources: string;
}

/** All publications of a city, the latest first. */
export async function publicationsOf(
  { register }: Pick<PublishDeps, 'register'>,
  city: string,
): Promise<readonly Publication[]> {
  const all: Publication[] = [];
  let cursor: string | undefined;
  do {
    const page = await register.publications(city, {
      limit: pageRowsMax,
      ...(cursor !== undefined && { cursor }),
    });
    all.push(...page.rows);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return all;
}

/** Publishes rules: keeps their sources under their hash, then puts the next version, which one publisher alone can. */
export async function publishRules(
  deps: PublishDeps,
  candidate: Candidate,
  order: PublishOrder,
): Promise<Result<Publication, PublishError>> {
  const { hash, policyId } = candidate.rules;
  const problems = problemsOf(hash, candidate.sources);
  if (problems.length > 0) return err({ code: 'DO_NOT_COMPILE', problems });
  const [latest] = await publicationsOf(deps, order.city);
  if (latest !== undefined && isSame(deps, latest, hash, order)) {
    return err({ code: 'SAME_RULES', present: latest });
  }
  await deps.store.putRules(hash, candidate.sources);
  return put(deps, order, { hash, policyId, version: (latest?.version ?? 0) + 1 });
}

/** Brings back the rules of an older version, as a version of its own; nothing is undone that was decided meanwhile. */
export async function rollBackRules(
  deps: PublishDeps,
  version: number,
  order: PublishOrder,
): Promise<Result<Publication, PublishError>> {
  const known = await publicationsOf(deps, order.city);
  const [latest] = known;
  const old = known.find((one) => one.version === version);
  if (old === undefined || latest === undefined)
    return err({ code: 'NO_VERSION', version, latest: latest?.version ?? 0 });
  if (isSame(deps, latest, old.hash, order)) return err({ code: 'SAME_RULES', present: latest });
  const sources = await deps.store.loadRules(old.hash);
  const problems = sources === undefined ? ['their sources are not kept'] : problemsOf(old.hash, sources);
  if (problems.length > 0) return err({ code: 'DO_NOT_COMPILE', problems });
  const { hash, policyId } = old;
  return put(deps, order, { hash, policyId, version: latest.version + 1, rollbackOf: version });
}

/** Whether the latest rules are these already, and no later than asked for. */
const isSame = ({ clock }: PublishDeps, latest: Publication, hash: string, { from }: PublishOrder) =>
  latest.hash === hash && latest.from <= (from ?? clock.now());

async function put(
  deps: PublishDeps,
  order: PublishOrder,
  what: Pick<Publication, 'hash' | 'policyId' | 'version' | 'rollbackOf'>,
): Promise<Result<Publication, PublishError>> {
  const { city, by, reason } = order;
  const now = deps.clock.now();
  const from = order.from ?? now;
  if (from < now) return err({ code: 'FROM_PAST', from, now });
  const publication = { city, ...what, from, publishedAt: now, by, reason };
  if ((await deps.register.publish(publication)) === 'published') return ok(publication);
  const known = await publicationsOf(deps, city);
  // A lost answer looks like a lost race: the client of the store puts again what is there already.
  const own = known.find(({ version }) => version === publication.version);
  const isOwn = own?.hash === what.hash && own.by === by && own.publishedAt === now;
  // The version was taken, so there is one.
  return isOwn ? ok(own) : err({ code: 'RACE_LOST', winner: known[0]! });
}

function problemsOf(hash: string, sources: string): readonly string[] {
  const parsed = citySources.safeParse(JSON.parse(sources));
  if (!parsed.success) return parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  const city = compileCity(hash, parsed.data);
  return city.ok ? [] : city.error.map(({ file, path, reason }) => `${file} ${path}: ${reason}`);
}
