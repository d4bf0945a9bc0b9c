import type { NamedDuty } from '../rules/duty-table.ts';
import type { CommandType } from './command.ts';
import type { StatusName } from './status.ts';

/** An expected no. `code` is stable; the other fields say what would have been possible. */
export type Refusal =
  | { readonly code: 'NOT_ACCEPTED'; readonly status: StatusName; readonly accepted: readonly CommandType[] }
  | { readonly code: 'LIMIT_REACHED'; readonly rule: string; readonly limit: number }
  | { readonly code: 'SUMMONS_OPEN'; readonly open: number }
  | { readonly code: 'NO_SUCH_SUMMONS' }
  | { readonly code: 'NO_SUCH_HELPER' }
  | { readonly code: 'ALREADY_DONE'; readonly what: string }
  | {
      readonly code: 'NOT_IN_REMIT';
      readonly rule: string;
      /** What in the command is at fault; absent where it is the command itself. */
      readonly field?: string;
      /** The duty (职责) that the task goes against. */
      readonly duty?: NamedDuty;
    }
  /** Not now: something else comes first, or it is too late for it. */
  | { readonly code: 'OUT_OF_TURN'; readonly reason: string }
  | { readonly code: 'INVALID'; readonly field: string; readonly reason: string }
  | { readonly code: 'CAPACITY'; readonly what: 'history' | 'summonses' | 'helpers'; readonly max: number };

export type RefusalCode = Refusal['code'];
