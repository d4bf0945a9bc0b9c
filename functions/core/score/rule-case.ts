import { err, ok, type Result } from '../result.ts';
import type { EntryOf, LedgerEntry } from './ledger-entry.ts';
import type { MonthRules } from './score-rules.ts';

type RulingType = EntryOf<'exclusion' | 'inclusion' | 'appeal' | 'appealRefused'>['type'];

export interface RulingAsked {
  readonly type: RulingType;
  /** The id of a case or overdue entry. */
  readonly of: string;
  readonly reason: string;
  /** In what right: the city, the unit's district, or the unit itself. */
  readonly as: 'city' | 'district' | 'unit';
}

export type RulingRefusal =
  | { readonly code: 'CASE_NOT_FOUND'; readonly of: string }
  | { readonly code: 'REASON_UNKNOWN'; readonly reason: string; readonly known: readonly string[] }
  | { readonly code: 'NOT_DECIDER'; readonly as: RulingAsked['as']; readonly deciders: readonly string[] }
  | { readonly code: 'NOT_APPEALABLE'; readonly reason: string }
  | {
      readonly code: 'ALREADY_EXCLUDED' | 'NOT_EXCLUDED' | 'ALREADY_APPEALED' | 'NO_APPEAL';
      readonly of: string;
    };

/**
 * Whether a case may be taken out of the rates (剔除), put back, appealed for (申诉) or refused, given what was ruled on it before.
 *
 * @param entries the ledger of the case's unit and month
 */
export function ruleCase(
  entries: readonly LedgerEntry[],
  asked: RulingAsked,
  { exclusionReasons }: Pick<MonthRules, 'exclusionReasons'>,
): Result<undefined, RulingRefusal> {
  const { type, of, reason, as } = asked;
  if (!entries.some((entry) => (entry.type === 'case' || entry.type === 'overdue') && entry.id === of)) {
    return err({ code: 'CASE_NOT_FOUND', of });
  }
  const rule = exclusionReasons.get(reason);
  if (rule === undefined) return err({ code: 'REASON_UNKNOWN', reason, known: [...exclusionReasons.keys()] });
  const deciders: readonly string[] = type === 'appeal' ? ['unit'] : [...rule.decidedBy];
  if (!deciders.includes(as)) return err({ code: 'NOT_DECIDER', as, deciders });
  if (type === 'appeal' && !rule.appealable) return err({ code: 'NOT_APPEALABLE', reason });
  const code = refusals[type](standing(entries, of));
  return code === undefined ? ok(undefined) : err({ code, of });
}

interface Standing {
  readonly excluded: boolean;
  readonly appealed: boolean;
}

const refusals = {
  exclusion: ({ excluded }) => (excluded ? 'ALREADY_EXCLUDED' : undefined),
  inclusion: ({ excluded }) => (excluded ? undefined : 'NOT_EXCLUDED'),
  appeal: ({ excluded, appealed }) =>
    excluded ? 'ALREADY_EXCLUDED' : appealed ? 'ALREADY_APPEALED' : undefined,
  appealRefused: ({ appealed }) => (appealed ? undefined : 'NO_APPEAL'),
} as const satisfies Record<
  RulingType,
  (standing: Standing) => 'ALREADY_EXCLUDED' | 'NOT_EXCLUDED' | 'ALREADY_APPEALED' | 'NO_APPEAL' | undefined
>;

/** What the rulings so far come to: an appeal stands until it is refused or the case is ruled on. */
function standing(entries: readonly LedgerEntry[], of: string): Standing {
  const rulings = entries.filter((entry) => isRuling(entry) && entry.of === of);
  rulings.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const decided = rulings.findLast(({ type }) => type === 'exclusion' || type === 'inclusion');
  return { excluded: decided?.type === 'exclusion', appealed: rulings.at(-1)?.type === 'appeal' };
}

const isRuling = (entry: LedgerEntry): entry is EntryOf<RulingType> =>
  ['exclusion', 'inclusion', 'appeal', 'appealRefused'].includes(entry.type);
