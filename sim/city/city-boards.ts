import type { Rules } from '../../functions/core/rules/rules.ts';
import { noUnit } from '../../functions/core/rules/unit-table.ts';
import { type BoardRanks, ranksOf } from '../../functions/core/score/board.ts';
import { monthBoard } from '../../functions/core/score/month-board.ts';
import { emptyMonth, isTradeOf, type MonthTallies } from '../../functions/core/score/month-tallies.ts';
import {
  addCase,
  addOverdue,
  type CaseFlags,
  emptyTally,
  type UnitTally,
} from '../../functions/core/score/tally.ts';
import { Answer, Outcome, requestKinds } from '../../functions/core/ticket/kinds.ts';
import { type Summons, SummonsStatus } from '../../functions/core/ticket/ticket.ts';
import type { MonthResult } from './run-result.ts';

/** Earlier boards that the next one looks at. */
const boardsKept = 12;

const yes = 1;
const no = 2;

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
  /** By department and lead: whether what the lead does counts in the department's trade, once it has been asked. */
  private readonly inTrade: (Uint8Array | undefined)[] = [];
  private month: MonthTallies;
  private before: BoardRanks[] = [];

  constructor(rules: Rules) {
    this.rules = rules;
    this.counts = requestKinds.map((kind) => rules.score.month.countedKinds.has(kind));
    this.month = emptyMonth(rules.units);
  }

  /** A ticket ended: counts `flags` for its lead and the trade of its item; a delay may be charged to a summoned unit. */
  addCase(lead: number, item: number, kind: number, charged: number): void {
    const { month } = this.rules.score;
    const { flags } = this;
    const own = this.tally(this.month.own, lead);
    if (!this.counts[kind]) {
      own.apart += 1;
      return;
    }
    flags.charged = charged !== noUnit;
    addCase(own, flags, month);
    // The trade as a whole is late, whoever of it is charged.
    flags.charged = false;
    const trade = this.tradeTally(lead, item);
    if (trade !== undefined) addCase(trade, flags, month);
    if (charged !== noUnit && !flags.onTime && month.countedOutcomes[flags.outcome]) {
      this.tally(this.month.own, charged).chargedLate += 1;
    }
  }

  /** A ticket is open and past its deadline as the month ends. */
  addOverdue(lead: number, item: number, kind: number, charged: number): void {
    if (!this.counts[kind]) return;
    const { month } = this.rules.score;
    addOverdue(this.tally(this.month.own, lead), charged !== noUnit, month);
    const trade = this.tradeTally(lead, item);
    if (trade !== undefined) addOverdue(trade, false, month);
    if (charged !== noUnit && month.rates.onTime.overdueOpen === 'late') {
      this.tally(this.month.own, charged).chargedLate += 1;
    }
  }

  /** A summons of `unit` ended. */
  addSummons(unit: number, { status, late }: Summons): void {
    const own = this.tally(this.month.own, unit);
    own.summonses += 1;
    if (late) own.summonsesLate += 1;
    if (status === SummonsStatus.failed) own.summonsesFailed += 1;
    if (status === SummonsStatus.declined) own.summonsesDeclined += 1;
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

  /** Of the department whose trade the item is, where what `lead` does counts in it. */
  private tradeTally(lead: number, item: number): UnitTally | undefined {
    const { items, score, units } = this.rules;
    const department = items.trade[item]!;
    if (department === noUnit) return undefined;
    this.inTrade[department] ??= new Uint8Array(units.count);
    const known = this.inTrade[department];
    known[lead] ||= isTradeOf(department, lead, score.month, units) ? yes : no;
    return known[lead] === yes ? this.tally(this.month.trade, department) : undefined;
  }

  private tally(tallies: MonthTallies['own'], unit: number) {
    tallies[unit] ??= emptyTally();
    return tallies[unit];
  }
}
