import { trustedMs } from '../../functions/core/city/publication.ts';
import { type DurationMs, type EpochMs, minuteMs, secondMs } from '../../functions/core/time.ts';
import type { Checker } from './checker.ts';
import type { Facts } from './facts.ts';

/** An event that had begun before a publication was known may have stood still for so long. */
const underWayMs: DurationMs = 4 * minuteMs + 20 * secondMs;

/** What is opened is opened by rules that are in force. */
export const rulesInForce: Checker = {
  name: 'rules-in-force',
  promise:
    'rules published or brought back are those of every instance after a minute, two where the register fails, and of none before',
  phase: 'safety',
  onWrite: ({ before, after, at }, facts) => (before === undefined ? openedBy(after, at, facts) : []),
  onUndertaking: ({ before, after, at }, facts) => (before === undefined ? openedBy(after, at, facts) : []),
  atEnd: ({ publications }) => {
    const versions = publications.map(({ publication }) => publication.version);
    return versions.every((version, n) => version === n + 1) ? [] : [`publications are numbered ${versions}`];
  },
};

function openedBy(
  { id, rulesHash }: { readonly id: string; readonly rulesHash: string },
  at: EpochMs,
  { publications, skewMaxMs }: Facts,
): readonly string[] {
  const since = at - trustedMs - underWayMs - 2 * skewMaxMs;
  const begun = publications.filter(
    ({ publication, at: putAt }) => Math.max(publication.from, putAt) <= at + skewMaxMs,
  );
  // The one in force as the stretch begins, and all that came into force in it.
  const before = begun.findLast(({ publication, at: putAt }) => Math.max(publication.from, putAt) < since);
  const later = begun.filter(({ publication, at: putAt }) => Math.max(publication.from, putAt) >= since);
  const may = [...(before === undefined ? [] : [before]), ...later].map(
    ({ publication }) => publication.hash,
  );
  const isDeployed =
    before === undefined && !publications.some(({ publication }) => publication.hash === rulesHash);
  return may.includes(rulesHash) || isDeployed || (before === undefined && begun.length === later.length)
    ? []
    : [`${id} is opened by the rules ${rulesHash}, which are not in force any more`];
}
