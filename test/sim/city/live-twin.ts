import type { TicketRecord } from '../../../functions/core/record/ticket-record.ts';
import type { Rules } from '../../../functions/core/rules/rules.ts';
import type { LedgerEntry } from '../../../functions/core/score/ledger-entry.ts';
import { type MonthBoard, monthBoard } from '../../../functions/core/score/month-board.ts';
import { addFold, emptyMonth } from '../../../functions/core/score/month-tallies.ts';
import { tallyOf } from '../../../functions/core/score/tally-of.ts';
import { Actor } from '../../../functions/core/ticket/actor.ts';
import { type Command, keep } from '../../../functions/core/ticket/command.ts';
import { Answer, requestKinds } from '../../../functions/core/ticket/kinds.ts';
import type { Opening } from '../../../functions/core/ticket/open.ts';
import type { EpochMs } from '../../../functions/core/time.ts';
import { wakeTicket } from '../../../functions/usecases/wake-ticket.ts';
import type { WireCommand } from '../../../functions/usecases/wire-command.ts';
import { hotline, pipe, staffOf, type Town } from '../../usecases/town.ts';

/** The live service, fed what a simulated city did: the same requests and commands at the same instants. */
export class LiveTwin {
  private readonly ids = new Map<number, string>();
  private readonly town: Town;
  private readonly rules: Rules;

  constructor(town: Town, rules: Rules) {
    this.town = town;
    this.rules = rules;
  }

  async open(ticket: number, at: EpochMs, opening: Opening): Promise<void> {
    const { items, units } = this.rules;
    this.town.now = at;
    const id = await this.town.submit(
      pipe({
        sourceKey: `call-${ticket}`,
        kind: requestKinds[opening.kind] as 'help',
        itemCode: items.codes[opening.item]!,
        place: { unitCode: units.codes[opening.place]! },
        requestedAt: new Date(opening.requestedAt).toISOString(),
      }),
    );
    this.ids.set(ticket, id);
  }

  /** True if the service took it. */
  async ask(ticket: number, at: EpochMs, command: Command): Promise<boolean> {
    this.town.now = at;
    const caller = command.by === Actor.hotline ? hotline : staffOf(this.rules.units.codes[command.by]!);
    const result = await this.town.ask(this.ids.get(ticket)!, this.wire(command), caller);
    return result.ok;
  }

  record(ticket: number): Promise<TicketRecord> {
    return this.town.record(this.ids.get(ticket)!);
  }

  /** Time passes until `at`: every ticket keeps what it promised. */
  async settle(at: EpochMs): Promise<void> {
    this.town.now = at;
    for (const id of this.ids.values()) await wakeTicket(this.town.deps, id);
  }

  /** The board of a month, from the ledger alone. */
  async board(month: string): Promise<MonthBoard> {
    const { units, score } = this.rules;
    const tallies = emptyMonth(units);
    for (const [unit, code] of units.codes.entries()) {
      const entries = await this.ledger(code, month);
      if (entries.length > 0) addFold(tallies, unit, tallyOf(entries, score.month), score.month, units);
    }
    return monthBoard({ month, tallies, rules: score.month, units });
  }

  private async ledger(unit: string, month: string): Promise<LedgerEntry[]> {
    const entries: LedgerEntry[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await this.town.store.ledger(unit, month, {
        limit: 500,
        ...(cursor === undefined ? {} : { cursor }),
      });
      entries.push(...page.rows);
      if (page.cursor === undefined) return entries;
      cursor = page.cursor;
    }
  }

  private wire(command: Command): WireCommand {
    const { units, whistleKinds } = this.rules;
    const code = (unit: number) => units.codes[unit]!;
    const body = (): object => {
      switch (command.type) {
        case 'arbitrate':
          return { leadUnit: code(command.lead) };
        case 'askExtension':
          return { by: `PT${command.byMs / 1_000}S`, text: 'more time' };
        case 'blowWhistle':
          return { kind: whistleKinds[command.kind]!.key, unitCodes: command.units.map(code) };
        case 'passOn':
          return {
            unitCode: code(command.unit),
            ...(command.to === keep ? {} : { toUnit: code(command.to) }),
          };
        case 'ruleOnSummons':
          return { unitCode: code(command.unit), excused: command.excused, text: 'so ruled' };
        case 'release':
          return { unitCode: code(command.unit) };
        case 'failSummons':
          return { unitCode: code(command.unit), text: 'never came' };
        case 'fileOutput':
          return { output: command.output, whistle: command.whistle, text: 'filed' };
        case 'recordCallback':
          return command.reached
            ? {
                reached: true,
                responded: command.responded === Answer.yes,
                resolved: command.resolved === Answer.yes,
                grade: command.satisfied === Answer.yes ? 'satisfied' : 'dissatisfied',
              }
            : { reached: false };
        case 'answer':
        case 'dispute':
        case 'declineSummons':
        case 'refuseExtension':
        case 'close':
          return { text: 'as said' };
        default:
          return {};
      }
    };
    return { type: command.type, body: body() } as WireCommand;
  }
}
