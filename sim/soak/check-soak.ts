import { isDeepStrictEqual } from 'node:util';
import { isMessage } from '../../functions/core/record/is-message.ts';
import type { TicketRecord } from '../../functions/core/record/ticket-record.ts';
import type { TicketStore } from '../../functions/ports/ticket-store.ts';
import type { Checker } from '../check/checker.ts';
import { checkers } from '../check/checkers.ts';
import type { Facts, Violation } from '../check/facts.ts';

/** What is in the table is what was written last: the table itself is read, not what the proxy saw. */
const storedAsWritten: Checker = {
  name: 'stored-as-written',
  promise: 'the table holds each ticket as it was written last',
  phase: 'safety',
  atEnd: async (facts) => {
    const wrong = await Promise.all(
      [...facts.versions].map(async ([id, versions]) => {
        const stored = await facts.store.load(id);
        const { record } = versions.at(-1)!;
        return isDeepStrictEqual(plain(stored), plain(record)) ? [] : [`${id} is stored as it never was`];
      }),
    );
    return wrong.flat();
  },
};

/** A cleared ticket keeps no key of the wake index; whether that is absent or undefined is no difference. */
const plain = (record: TicketRecord | undefined): unknown =>
  record === undefined ? undefined : JSON.parse(JSON.stringify(record));

/** An effect is in its queue before the ticket no longer owes it. */
const sentBeforeCleared: Checker = {
  name: 'sent-before-cleared',
  promise: 'an effect is in its queue before it is taken off its ticket',
  phase: 'safety',
  onWrite: ({ before, after, at }, { sent }) => {
    const left = new Set(after.owed.map(({ id }) => id));
    return (before?.owed ?? [])
      .filter((effect) => isMessage(effect) && !left.has(effect.id))
      .filter(({ id }) => !((sent.get(id)?.[0]?.at ?? Number.POSITIVE_INFINITY) <= at))
      .map(({ id, event }) => `${id} (${event}) was taken off before its queue had it`);
  },
};

/** Promises about what only simulated worlds do: a soak has tickets, matters and boards. */
const elsewhere: ReadonlySet<string> = new Set([
  ...['undertakings-lived', 'rules-in-force', 'sightings-once', 'receivers-kept', 'meetings-agree'],
  ...['patrols-follow', 'lists-right', 'shares-balanced', 'warnings-recounted'],
]);

/** Every promise that is held in a soak. */
export const soakCheckers: readonly Checker[] = [
  ...checkers.filter(({ name }) => !elsewhere.has(name)),
  storedAsWritten,
  sentBeforeCleared,
];

/** What checkers found, and how often they looked. */
export interface SoakVerdict {
  readonly violations: readonly Violation[];
  readonly writesChecked: number;
}

/** Holds everything that happened against every promise. A checker that itself fails has found something unexplained. */
export async function checkSoak(given: Facts): Promise<SoakVerdict> {
  const facts = {
    ...given,
    versions: given.versions,
    undertakings: given.undertakings,
    store: remembering(given.store),
  };
  const violations: Violation[] = [];
  const ask = async (
    { name: checker, phase }: Checker,
    look: () => readonly string[] | Promise<readonly string[]>,
  ) => {
    try {
      for (const what of await look()) violations.push({ checker, phase, what });
    } catch (cause) {
      violations.push({
        checker,
        phase: 'crash',
        what: cause instanceof Error ? cause.message : String(cause),
      });
    }
  };
  let writesChecked = 0;
  for (const checker of soakCheckers) {
    const { onWrite, onUndertaking, atRest, atEnd } = checker;
    for (const versions of onWrite === undefined ? [] : facts.versions.values()) {
      for (const [n, { record: after, at }] of versions.entries()) {
        const before = versions[n - 1]?.record;
        writesChecked += 1;
        await ask(checker, () => onWrite!({ before, after, at }, facts));
      }
    }
    for (const versions of onUndertaking === undefined ? [] : facts.undertakings.values()) {
      for (const [n, { record: after, at }] of versions.entries()) {
        writesChecked += 1;
        await ask(checker, () => onUndertaking!({ before: versions[n - 1]?.record, after, at }, facts));
      }
    }
    if (atRest !== undefined) await ask(checker, () => atRest(facts));
    if (atEnd !== undefined) await ask(checker, () => atEnd(facts));
  }
  return { violations, writesChecked };
}

/** A store whose worklists are read once: nothing is written any more, and each ticket is looked for on all of them. */
function remembering(store: TicketStore): TicketStore {
  const pages = new Map<string, ReturnType<TicketStore['worklist']>>();
  return {
    ...store,
    worklist(owner, page) {
      const key = `${owner} ${page.cursor ?? ''}`;
      const known = pages.get(key) ?? store.worklist(owner, page);
      pages.set(key, known);
      return known;
    },
  };
}
