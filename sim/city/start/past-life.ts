import { unitFor } from '../../../functions/core/rules/item-table.ts';
import { noUnit } from '../../../functions/core/rules/unit-table.ts';
import { hasCitizen } from '../../../functions/core/ticket/kinds.ts';
import { type EpochMs, NEVER } from '../../../functions/core/time.ts';
import { roundOf } from '../calling-back.ts';
import type { City } from '../city.ts';
import { expit } from '../city-params.ts';
import { drawMs } from '../length-law.ts';
import { Luck, luckOf } from '../luck.ts';

/** Offsets of `PastLife.times`. */
export const At = { opened: 0, signed: 1, desk: 2, due: 3, goneUntil: 4 } as const;

/** As `At.goneUntil`, of a ticket that is never gone. */
const never = Number.NEGATIVE_INFINITY;

/** From this share of its time on a matter may be given more of it. */
const tightShare = 0.75;

/** What is to befall a ticket, known from its luck before it is opened. One object, filled for one ticket after another. */
export class PastLife {
  item = 0;
  place = 0;
  kind = 0;
  word = 0;
  lead = 0;
  tier = 0;
  /** Instants, in a typed array because fields would box them. */
  readonly times = new Float64Array(5);
  private readonly city: City;

  constructor(city: City) {
    this.city = city;
  }

  /** From its opening on: when the lead signs, when the matter is at its desk and when it is due. */
  planSteps(openedAt: number): void {
    const { params, rules } = this.city;
    const { times, word, tier } = this;
    const urgency = params.urgency[tier]!;
    const isAutomatic = rules.handling.signing === 'automatic';
    const signMs = isAutomatic ? 0 : drawMs(params.sign, params.sign.mean * urgency, word, Luck.sign, 0);
    times[At.opened] = openedAt;
    times[At.signed] = openedAt + signMs;
    times[At.desk] =
      times[At.signed]! + drawMs(params.contact, params.contact.mean * urgency, word, Luck.contact, 0);
    times[At.due] = this.limit(1);
  }

  /** When so much of its time is over; infinite where it has no limit. */
  private limit(share: number): number {
    const { calendar, limitMs } = this.city.rules.tiers[this.tier]!;
    return limitMs < NEVER ? calendar.add(this.runsFrom, Math.floor(limitMs * share)) : NEVER;
  }

  /** When its clock starts. */
  get runsFrom(): EpochMs {
    return this.times[this.city.rules.handling.startsAt === 'sign' ? At.signed : At.opened]!;
  }

  /** Whether it goes from the opening to the desk by itself: how long disputes and whistles take depends on others. */
  get isPlain(): boolean {
    const { params } = this.city;
    return (
      luckOf(this.word, Luck.dispute) >= params.disputeShare &&
      luckOf(this.word, Luck.whistle) >= params.whistleShare[this.item]!
    );
  }

  /**
   * When its steps are planned: says until when (`At.goneUntil`) work must end so that nothing more of the ticket can be seen
   * in the measured time, because it has been closed before, or is answered and called back only after the end. Known at
   * once, so that nothing has to be computed as the work ends. Where a ticket comes back, it is never gone.
   */
  planEnd(): void {
    const { params, warmUp } = this.city;
    const { times } = this;
    const hours = params.outsideHours[this.tier]!;
    const outsideMs = hours === 0 ? 0 : drawMs(params.outside, hours, this.word, Luck.outside, 0);
    times[At.goneUntil] = times[At.desk]! < warmUp.endsAt ? this.answeredBefore() - outsideMs : never;
  }

  /** Before when it must be answered to be gone. */
  private answeredBefore(): EpochMs {
    const { params, rules, warmUp, endAt } = this.city;
    const { trigger, delayMs } = rules.callback;
    const dueAt = this.times[At.due]!;
    const getsTime = this.getsTime;
    const inTime = Math.min(warmUp.endsAt, getsTime ? this.limit(tightShare) : dueAt);
    if (!hasCitizen(this.kind)) return getsTime ? inTime : warmUp.endsAt;
    const waits = trigger === 'atDeadline' && dueAt !== NEVER;
    if (waits && dueAt + delayMs > endAt) return inTime;
    const luck = luckOf(this.word, Luck.resolve);
    const logit = this.resolvedLogit;
    if (luck >= expit(logit)) return never;
    const calledBy = warmUp.endsAt - this.callingMs() - delayMs;
    if (waits && dueAt >= calledBy) return never;
    const isSolvedLate = !getsTime && luck < expit(logit + params.late);
    return isSolvedLate ? calledBy : Math.min(calledBy, inTime);
  }

  /** Whether the lead will be given more time if it needs that: the deadline is another one then. */
  get getsTime(): boolean {
    const { params, rules } = this.city;
    return (
      params.askRung >= 0 &&
      rules.handling.extensionsMax > 0 &&
      luckOf(this.word, Luck.extend) < params.askedShare &&
      luckOf(this.word, Luck.grant) < params.grantedShare
    );
  }

  /** From the first instant at which the citizen may be called to the end of the last attempt. */
  private callingMs(): number {
    const { params, rules } = this.city;
    const { attemptsMax, windowMs, retryMs } = rules.callback;
    let ms = 0;
    for (let attempt = 0; attempt < attemptsMax; attempt += 1) {
      const round = roundOf(0, attempt);
      if (attempt > 0) ms += retryMs;
      ms += Math.min(
        drawMs(params.callback, params.callback.mean, this.word, Luck.callback, round),
        windowMs,
      );
      if (luckOf(this.word, Luck.reach, round) < params.reachable) break;
    }
    return ms;
  }

  /** Of the citizen saying that the matter, answered in time, is solved: the least it can be. */
  private get resolvedLogit(): number {
    const { params, effort } = this.city;
    const logit = params.resolved[this.item]! + effort.now[this.lead]!;
    return params.helped < 0 || this.isHelped ? logit + params.helped : logit;
  }

  private get isHelped(): boolean {
    const { items, units, routing } = this.city.rules;
    if (routing === 'subdistrict') return false;
    for (const spec of items.helpers[this.item]!) {
      const unit = unitFor(spec, this.place, units);
      if (unit !== noUnit && unit !== this.lead) return true;
    }
    return false;
  }
}
