import { raiseWarning } from '../../../core/early/warning/raise-warning.ts';
import { type WarningState, warningTicketsMax } from '../../../core/early/warning/warning-state.ts';
import type { WatchContext } from '../../../core/early/watch/watch-context.ts';
import type { Alarm, Outcome } from '../../../core/early/watch/watch-state.ts';
import { ok } from '../../../core/result.ts';
import { undertakingId } from '../../../core/undertaking/undertaking-id.ts';
import type { Deps } from '../../deps.ts';
import { eachRow } from '../../each-row.ts';
import { commandUndertaking } from '../undertakings/command-undertaking.ts';
import { openUndertaking } from '../undertakings/open-undertaking.ts';
import { clockCaller } from '../undertakings/undertaking-request.ts';

/**
 * Tells what an item's hour brought: weeks are put away, warnings opened, effects measured. Each is named by what it is
 * about, so that telling it again changes nothing. Throws when the store cannot, and the hour is told again.
 */
export async function tellOutcome(
  deps: Deps,
  item: string,
  { alarms, measured, weeks }: Outcome,
  context: WatchContext,
): Promise<void> {
  for (const week of weeks) await deps.store.putWeek(item, week);
  for (const alarm of alarms) await open(deps, item, alarm, context);
  for (const { key, count } of measured) {
    const id = undertakingId('warning', deps.digest(JSON.stringify(['warning', aboutOf(item, key)])));
    const command = { type: 'measure', count };
    const told = await commandUndertaking(deps, {
      kind: 'warning',
      id,
      command,
      commandId: 'measure',
      caller: clockCaller,
    });
    // One that has ended unmeasured, or whose area the directory lost, takes no measurement any more.
    if (!told.ok && told.error.code !== 'NOT_ACCEPTED' && told.error.code !== 'NOT_FOUND') {
      throw new Error(`the measurement of ${id} was refused: ${told.error.code}`);
    }
  }
}

/** What a warning is about: the same alarm of the same item is the same warning. */
const aboutOf = (item: string, key: string): string => `${item}/${key}`;

async function open(deps: Deps, item: string, alarm: Alarm, context: WatchContext): Promise<void> {
  if (!deps.city.rules.units.byCode.has(alarm.area)) return;
  const ticketIds = await ticketsOf(deps, item, alarm, context);
  const opened = await openUndertaking<WarningState>(deps, {
    kind: 'warning',
    about: aboutOf(item, alarm.key),
    said: { item, key: alarm.key },
    caller: clockCaller,
    commandId: 'raise',
    begin: (_actor, now, rules, out) =>
      ok(raiseWarning({ item, alarm, ticketIds }, context.rules, now, rules, out)),
  });
  if (!opened.ok) throw new Error(`a warning of ${item} was refused: ${opened.error.code}`);
}

/** The tickets a surge's evidence rests on, latest hours first; none of a season. */
async function ticketsOf(
  { store }: Deps,
  item: string,
  { area, cause, since, hour }: Alarm,
  { areas }: WatchContext,
): Promise<string[]> {
  const ids: string[] = [];
  if (cause !== 'surge') return ids;
  for (let at = hour; at >= since && ids.length < warningTicketsMax; at -= 1) {
    await eachRow(
      (page) => store.sightings(at, page, item),
      ({ place, ticketId }) => {
        if (areas.holding(place).includes(area)) ids.push(ticketId);
      },
    );
  }
  return ids.slice(0, warningTicketsMax);
}
