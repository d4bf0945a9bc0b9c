import { monthOf } from '../../calendar/month-of.ts';
import type { Rules } from '../../rules/rules.ts';
import { dayMs, type EpochMs } from '../../time.ts';
import type { UndertakingOut } from '../../undertaking/undertaking.ts';
import { hourStart } from '../watch/hour-of.ts';
import type { Alarm } from '../watch/watch-state.ts';
import { rungTime } from './keep-warning.ts';
import type { WarningEvent } from './warning-command.ts';
import type { WarningRules } from './warning-rules.ts';
import { type WarningState, warningTicketsMax } from './warning-state.ts';

/** Hours are counted a while after they end; a measurement that is not there a day later will not come. */
const measureSlackMs = dayMs;

/**
 * Warns an area's unit and its district of an alarm (发出预警) at `now`: from now on its time to respond runs. The rule named
 * is the surge the pack calls worth telling, or the season.
 */
export function raiseWarning(
  {
    item,
    alarm,
    ticketIds,
  }: { readonly item: string; readonly alarm: Alarm; readonly ticketIds: readonly string[] },
  warning: WarningRules,
  now: EpochMs,
  rules: Rules,
  out: UndertakingOut<WarningEvent>,
): WarningState {
  const { units } = rules;
  const { area, cause, forecast } = alarm;
  const unit = units.byCode.get(area)!;
  const district = units.codes[units.district[unit]!]!;
  const city = units.codes[units.city]!;
  const state: WarningState = {
    item,
    area,
    ...(district === city ? {} : { district }),
    city,
    cause,
    raisedAt: now,
    month: monthOf(now, rules.utcOffsetMs),
    since: hourStart(alarm.since, rules),
    until: hourStart(alarm.hour + 1, rules),
    count: alarm.count,
    usual: alarm.usual,
    ticketIds: ticketIds.slice(0, warningTicketsMax),
    forecast,
    respondBy: now + warning.respondMs,
    rung: 0,
    overdue: false,
    unmeasured: false,
    measureBy: Math.max(now, hourStart(forecast.to + 1, rules) + warning.closesAfterMs) + measureSlackMs,
  };
  const rule = cause === 'surge' ? 'early.warning.surge' : `early.warning.seasons.${cause}`;
  out.entry(now, 'warningRaised', 'clock', rule, area);
  for (const to of new Set([area, district])) out.notice(now, to, 'warningRaised');
  return { ...state, ...rungTime(state, 0, rules) };
}
