import type { Ticket } from '../../../functions/core/ticket/ticket.ts';
import { dayMs, hourMs } from '../../../functions/core/time.ts';
import type { City } from '../city.ts';
import type { Contact } from '../contact.ts';
import type { ContactSource } from '../contact-source.ts';
import { Luck, luckOf } from '../luck.ts';
import { Avoided } from './cause.ts';
import { CauseFlow } from './cause-flow.ts';
import { Causes } from './causes.ts';
import { EarlyStep, EarlySteps } from './early-steps.ts';
import { avoidedCount, EarlyCount, EarlyTallies, KindCount } from './early-tallies.ts';
import { HourWatch } from './hour-watch.ts';
import { Matters } from './matters.ts';
import { Patrols } from './patrols.ts';
import { Responses } from './responses.ts';
import { StaffTime } from './staff-time.ts';
import { SurgeCauses } from './surge-causes.ts';
import { Topics } from './topics.ts';
import { Warnings, wallHour } from './warnings.ts';

/** Hours of a day at which those at work on topics begin, and patrols set out. */
const topicHour = 9;
const patrolHour = 8;

/** Causes of requests in a city and what is done about them before anybody asks (未诉先办). */
export class EarlyAction {
  readonly tallies: EarlyTallies;
  /** The requests of the scenario's own causes; undefined where it has none. */
  readonly flow: CauseFlow | undefined;
  private readonly city: City;
  private readonly causes = new Causes();
  private readonly surges: SurgeCauses;
  private readonly steps: EarlySteps;
  private readonly staff: StaffTime;
  private readonly watch: HourWatch | undefined;
  private readonly warnings: Warnings;
  private readonly matters: Matters;
  private readonly responses: Responses;
  private readonly topics: Topics | undefined;
  private readonly patrols: Patrols | undefined;

  constructor(city: City) {
    const { scenario } = city.setup;
    const early = scenario.early!;
    this.city = city;
    this.tallies = new EarlyTallies(early.causes.length + scenario.load.surges.length);
    this.steps = new EarlySteps(city);
    this.staff = new StaffTime(city, this.steps, this.tallies);
    const { causes, steps, staff, tallies } = this;
    this.matters = new Matters(city, tallies, staff);
    this.responses = new Responses(city, causes, steps, staff);
    const { matters, responses } = this;
    this.warnings = new Warnings(city, { causes, steps, tallies, staff, responses, matters });
    this.surges = new SurgeCauses(city, causes, early.causes.length);
    if (early.hotspots.value || early.matters.value) {
      this.watch = new HourWatch(ruleOf(city, 'warning'), city.rules, city.plans[0]!.places, wallHour(city));
      steps.plan(city.startAt + hourMs, EarlyStep.hour, 0);
    }
    if (early.topics.value) {
      this.topics = new Topics(city, ruleOf(city, 'topic'), tallies, staff);
      steps.plan(city.startAt + topicHour * hourMs, EarlyStep.topicDay, 0);
    }
    if (early.patrols.value) {
      this.patrols = new Patrols(city, { causes, tallies, staff, responses });
      steps.plan(city.startAt + patrolHour * hourMs, EarlyStep.patrolDay, 0);
    }
    const isChronic = early.causes.map(({ spots }) => spots !== undefined);
    const spares = (kind: number, item: number, word: number) =>
      isChronic[kind]! && this.topics?.spares(item, word) === true;
    this.flow = early.causes.length === 0 ? undefined : new CauseFlow(city, causes, spares);
  }

  /** Whether anything is switched on that could change the run. */
  get isOn(): boolean {
    return this.watch !== undefined || this.topics !== undefined || this.patrols !== undefined;
  }

  /**
   * Whether a request that is due now does not come after all, because somebody has acted against what causes it. Names
   * the cause of a request of a surge; `source` is its place among the run's sources, the ordinary one first.
   */
  isAvoided(contact: ContactSource, source: number): boolean {
    const { scenario } = this.city.setup;
    if (source > 0 && source <= scenario.load.surges.length) {
      contact.cause = this.surges.causeOf(source - 1, contact);
    }
    if (contact.cause === 0) return false;
    const cause = this.causes.get(contact.cause);
    const isAvoided = cause.isSpared || luckOf(contact.word, Luck.avoid) >= cause.left;
    if (this.city.isMeasured) {
      const by = cause.isSpared ? Avoided.byTopic : cause.reducedBy;
      this.tallies.add(isAvoided ? avoidedCount[by] : EarlyCount.causeTickets);
      this.tallies.addOfKind(cause.kind, isAvoided ? KindCount.avoided : KindCount.tickets);
      if (!cause.wasSeen) this.tallies.addOfKind(cause.kind, KindCount.causes);
      cause.wasSeen = true;
    }
    return isAvoided;
  }

  /** A request has come in. */
  see(contact: Contact): void {
    if (this.watch === undefined) return;
    this.watch.see(contact.item, contact.place);
    if (contact.cause !== 0) this.warnings.see(contact);
  }

  /** Share of its own work that a ticket takes which somebody takes up now. */
  workShare(row: number, t: Ticket): number {
    return this.matters.workShare(row, t.reopens === 0);
  }

  ended(t: Ticket): void {
    this.topics?.ended(t);
  }

  endMonth(): void {
    this.topics?.endMonth();
  }

  handle(id: number): void {
    const { step, subject } = this.steps.take(id);
    if (step === EarlyStep.release) this.staff.release(subject);
    else if (step === EarlyStep.check) this.warnings.check(subject);
    else if (step === EarlyStep.acted) this.responses.end(subject);
    else if (step === EarlyStep.hour) this.endHour(subject);
    else this.beginDay(step, subject);
  }

  private endHour(hour: number): void {
    const { env, days } = this.city;
    for (const alarm of this.watch!.endHour(wallHour(this.city) - 1)) this.warnings.raise(alarm);
    if (hour + 1 < days * 24) this.steps.plan(env.now + hourMs, EarlyStep.hour, hour + 1);
  }

  private beginDay(step: EarlyStep, day: number): void {
    const { env, days, table } = this.city;
    if (step === EarlyStep.patrolDay) this.patrols!.walk(day);
    else if (table.isWorkday[day]) this.topics!.work();
    if (day + 1 < days) this.steps.plan(env.now + dayMs, step, day + 1);
  }
}

/** A part of the pack's rules on acting early, which a scenario that switches it on needs. */
function ruleOf<Part extends 'warning' | 'topic'>({ rules }: City, part: Part) {
  const rule = rules.early[part];
  if (rule === undefined)
    throw new RangeError(`the scenario needs early.${part}, which pack ${rules.policyId} has not`);
  return rule;
}
