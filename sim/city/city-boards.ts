import type { Rules } from '../../functions/core/rules/rules.ts';
import { noUnit } from '../../functions/core/rules/unit-table.ts';
import { type BoardRanks, ranksOf } from '../../functions/core/score/board.ts';
import { monthBoard } from '../../functions/core/score/month-board.ts';
import { emptyMonth, isTradeOf, type MonthTallies } from '../../functions/core/score/month-tallies.ts';
import { addCase, addOverdue, type CaseFlags, emptyTally } from '../../functions/core/score/tally.ts';
import { Answer, Outcome, requestKinds } from '../../functions/core/ticket/kinds.ts';
import type { MonthResult } from './run-result.ts';

/** Earlier boards that the next one looks at. */
const boardsKept = 12;

/** The boards of the run, month by month, by the core's own arithmetic on flat counters. */
export class CityBoards {
  /** The case being counted. */
  readonly flags: CaseFlags = {
    outcome: Outcome.open,
    onTime: true,
    responded: Answer.unknown,
    resolved: Answer.unknown,
    satisfied: Answer.unknown,
    merged: false,
    charged: false,
  };
  private readonly rules: Rules;
  private readonly counts: readonly boolean[];
  private month: MonthTallies;
  private before: BoardRanks[] = [];

  constructor(rules: Rules) {
    this.rules = rules;
    this.counts = requestKinds.map((kind) => rules.score.month.countedKinds.has(kind));
    this.month = emptyMonth(rules.units);
  }

  /** A ticket ended: counts `flags` for its lead and for the trade of its item. */
  addCase(lead: number, item: number, kind: number): void {
    const { month } = this.rules.score;
    const own = this.tally(this.month.own, lead);
    if (!this.counts[kind]) {
      own.apart += 1;
      return;
    }
    addCase(own, this.flags, month);
    const department = this.rules.items.trade[item]!;
    if (department === noUnit || !isTradeOf(department, lead, month, this.rules.units)) return;
    addCase(this.tally(this.month.trade, department), this.flags, month);
  }

  /** A ticket is open and past its deadline as the month ends. */
  addOverdue(lead: number, item: number, kind: number): void {
    if (!this.counts[kind]) return;
    const { month } = this.rules.score;
    addOverdue(this.tally(this.month.own, lead), false, month);
    const department = this.rules.items.trade[item]!;
    if (department === noUnit || !isTradeOf(department, lead, month, this.rules.units)) return;
    addOverdue(this.tally(this.month.trade, department), false, month);
  }

  /** The boards of the month that is over; counting begins anew. */
  close(month: string): MonthResult {
    const { rules, before } = this;
    const board = monthBoard({
      month,
      tallies: this.month,
      rules: rules.score.month,
      units: rules.units,
      before,
    });
    this.before = [ranksOf(board.groups), ...before].slice(0, boardsKept);
    this.month = emptyMonth(rules.units);
    return board;
  }

  private tally(tallies: MonthTallies['own'], unit: number) {
    tallies[unit] ??= emptyTally();
    return tallies[unit];
  }
}
