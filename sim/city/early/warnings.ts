import { isWithin, noUnit } from '../../../functions/core/rules/unit-table.ts';
import { leadFor } from '../../../functions/core/ticket/transitions/dispatching.ts';
import { hourMs } from '../../../functions/core/time.ts';
import type { City } from '../city.ts';
import type { Contact } from '../contact.ts';
import { drawMs, type LengthLaw, logNormalLength } from '../length-law.ts';
import { Luck, luckOf, luckWord } from '../luck.ts';
import { Avoided } from './cause.ts';
import type { Causes } from './causes.ts';
import { EarlyStep, type EarlySteps } from './early-steps.ts';
import { EarlyCount, type EarlyTallies, KindCount } from './early-tallies.ts';
import type { HourAlarm } from './hour-watch.ts';
import type { Matters } from './matters.ts';
import type { Responses } from './responses.ts';
import { Sightings } from './sightings.ts';
import type { StaffTime } from './staff-time.ts';

interface Warning {
  readonly unit: number;
  /** What is really the matter; nothing: a false alarm, which shows when somebody looks. */
  readonly causes: readonly number[];
  readonly word: number;
}

type Parts = {
  readonly causes: Causes;
  readonly steps: EarlySteps;
  readonly tallies: EarlyTallies;
  readonly staff: StaffTime;
  readonly responses: Responses;
  readonly matters: Matters;
};

/**
 * Warnings (预警) to units: each is looked into, false or not; where causes are found the unit may act against them, and the
 * tickets of each may become one matter. An alarm is false if causes brought fewer than half of the requests it rests on.
 */
export class Warnings {
  private readonly city: City;
  private readonly parts: Parts;
  private readonly after: LengthLaw;
  /** This run's own luck, so that replications differ. */
  private readonly word: number;
  private readonly seen = new Sightings();
  private readonly open = new Map<number, Warning>();
  private count = 0;

  constructor(city: City, parts: Parts) {
    this.city = city;
    this.parts = parts;
    this.word = city.streams.of('early warnings').next32();
    this.after = logNormalLength(city.setup.scenario.early!.response.checkAfterHours.value);
  }

  /** A request of a cause has come in. */
  see({ item, place, cause }: Contact): void {
    this.seen.note(item, { hour: wallHour(this.city), place, cause });
  }

  raise(alarm: HourAlarm): void {
    const { item } = alarm;
    const { env, rules } = this.city;
    const area = rules.units.byCode.get(alarm.area)!;
    const { requests, causes } = this.seen.within(item, alarm.since, (place) =>
      isWithin(rules.units, place, area),
    );
    const lead = rules.units.kinds[area] === 'subdistrict' ? leadFor(rules, item, area, env.now) : area;
    const at = (alarm.hour * rules.items.count + item) * rules.units.count + area;
    const warning: Warning = {
      unit: lead === noUnit ? area : lead,
      causes: 2 * requests < alarm.count ? [] : causes,
      word: luckWord(this.word ^ at, Luck.warning, 0),
    };
    this.count += 1;
    this.open.set(this.count, warning);
    this.note(warning);
    const afterMs = drawMs(this.after, this.after.mean, warning.word, Luck.check, 0);
    this.parts.steps.plan(env.now + afterMs, EarlyStep.check, this.count);
  }

  /** Somebody of the unit looks. */
  check(id: number): void {
    const { matters, responses, staff, tallies } = this.parts;
    const { hotspots, matters: joins, response } = this.city.setup.scenario.early!;
    const { unit, causes, word } = this.open.get(id)!;
    this.open.delete(id);
    staff.spend(unit, response.checkHours.value);
    if (joins.value) for (const cause of causes) matters.form(cause, unit);
    if (causes.length === 0 || !hotspots.value) return;
    if (luckOf(word, Luck.act) >= response.actedShare.value) return;
    if (this.city.isMeasured) tallies.add(EarlyCount.acted);
    for (const [n, cause] of causes.entries()) {
      responses.begin(unit, { cause, by: Avoided.byAction, word: luckWord(word, Luck.act, n % 64) });
    }
  }

  private note({ causes: ids }: Warning): void {
    const { causes, tallies } = this.parts;
    const { env, isMeasured } = this.city;
    if (isMeasured) tallies.add(EarlyCount.warnings);
    if (isMeasured && ids.length === 0) tallies.add(EarlyCount.falseAlarms);
    for (const id of ids) {
      const cause = causes.get(id);
      if (isMeasured && !cause.wasWarned) {
        const hours = (env.now - cause.bornAt) / hourMs;
        tallies.add(EarlyCount.detected);
        tallies.add(EarlyCount.detectionHours, hours);
        tallies.addOfKind(cause.kind, KindCount.detected);
        tallies.addOfKind(cause.kind, KindCount.detectionHours, hours);
      }
      cause.wasWarned = true;
    }
  }
}

/** The hour of the city's wall clock that it is. */
export const wallHour = ({ env, rules }: City): number => Math.floor((env.now + rules.utcOffsetMs) / hourMs);
