import type { DurationMs, EpochMs } from '../time.ts';
import type { Answer } from './kinds.ts';

type By = { readonly by: number };

/**
 * What can be asked of a ticket. `by` is the acting unit's index or an `Actor`; units, items, tiers and whistle kinds
 * are indexes of the ticket's own rules; `keep` (-1) leaves a choice to the rules or as it is.
 */
export type Command = By &
  (
    | {
        readonly type: 'triage';
        readonly item: number;
        readonly tier: number;
        readonly place: number;
        readonly lead: number;
      }
    | { readonly type: 'reclassify'; readonly item: number; readonly tier: number }
    | { readonly type: 'sign' }
    | { readonly type: 'contact' }
    | { readonly type: 'dispute' }
    | { readonly type: 'arbitrate'; readonly lead: number }
    | { readonly type: 'askExtension'; readonly byMs: DurationMs }
    | { readonly type: 'grantExtension' }
    | { readonly type: 'refuseExtension' }
    | { readonly type: 'suspend'; readonly reviewAt: EpochMs }
    | { readonly type: 'resume' }
    | { readonly type: 'addHelper'; readonly unit: number }
    | { readonly type: 'helperDone' }
    | {
        readonly type: 'blowWhistle';
        readonly kind: number;
        readonly units: readonly number[];
        /** Teams come with their on-call members (随叫随到) too. */
        readonly onCall?: boolean;
      }
    | { readonly type: 'passOn'; readonly unit: number; readonly to: number }
    | { readonly type: 'acknowledgeSummons' }
    | { readonly type: 'declineSummons' }
    | { readonly type: 'ruleOnSummons'; readonly unit: number; readonly excused: boolean }
    | { readonly type: 'sendStandIn'; readonly unit: number }
    | { readonly type: 'urgeSummons'; readonly unit: number }
    /** `place`: the area it reports from; absent or `keep` where it does not say. */
    | { readonly type: 'arrive'; readonly place?: number }
    | { readonly type: 'startTask' }
    | { readonly type: 'finishTask' }
    /** `whistle`: its number on the ticket; `keep` means the latest that needs this output. */
    | { readonly type: 'fileOutput'; readonly whistle: number; readonly output: string }
    | { readonly type: 'rateSummons'; readonly unit: number; readonly points: number }
    | { readonly type: 'release'; readonly unit: number }
    | { readonly type: 'failSummons'; readonly unit: number }
    | { readonly type: 'answer' }
    | { readonly type: 'answerOnTheSpot' }
    | {
        readonly type: 'recordCallback';
        readonly reached: boolean;
        readonly responded: Answer;
        readonly resolved: Answer;
        readonly satisfied: Answer;
      }
    | { readonly type: 'reopen' }
    | { readonly type: 'close' }
    | { readonly type: 'supervise' }
    | { readonly type: 'urge' }
    | { readonly type: 'supplement' }
    | { readonly type: 'note' }
    | { readonly type: 'merge' }
    | { readonly type: 'elderSeen'; readonly elder: 'open' | 'answered' | 'ended' }
    /** `lead`: of the matter (并案); or whom a ticket that leaves it goes to. */
    | { readonly type: 'joinMatter'; readonly lead: number }
    | { readonly type: 'leaveMatter'; readonly lead: number }
    | { readonly type: 'tellProgress' }
    | { readonly type: 'withdraw' }
    | { readonly type: 'refuseAsOutOfRemit' }
  );

export type CommandType = Command['type'];
export type CommandOf<Type extends CommandType> = Extract<Command, { readonly type: Type }>;

/** In a command: let the rules choose, or leave as it is. */
export const keep = -1;
