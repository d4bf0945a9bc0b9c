import type { WallHour } from '../hour-slot.ts';
import type { WatchContext } from './watch-context.ts';
import type { ItemWatch } from './watch-state.ts';

/**
 * Of the areas in which an item raised an alarm in `hour`, those to warn of: one surge shows in a place, its district and
 * the city at once. So many areas of the next smaller kind in alarm, now or lately, are a matter of the area around them;
 * fewer are each their own. What was warned of lately, there or around it, is not told again.
 */
export function chooseAlarms(
  watch: ItemWatch,
  raised: readonly string[],
  hour: WallHour,
  { areas, rules }: Pick<WatchContext, 'areas' | 'rules'>,
): string[] {
  const isLate = (at: number | undefined) => at === undefined || at <= hour - rules.quietHours;
  forget(watch.alarmed, isLate);
  forget(watch.warned, isLate);
  for (const area of raised) watch.alarmed[area] = hour;
  const inner = (area: string) =>
    Object.keys(watch.alarmed).filter((other) => areas.parentOf(other) === area);
  const isWide = (area: string) => inner(area).length >= rules.placesMin;
  const holds = (area: string) =>
    Object.keys(watch.alarmed).some((other) => other !== area && areas.holding(other).includes(area));
  const chosen = raised.filter((area) => {
    const around = areas.holding(area).slice(1);
    if (around.some((outer) => raised.includes(outer) && isWide(outer))) return false;
    return !holds(area) || isWide(area);
  });
  const told = chosen.filter((area) => areas.holding(area).every((outer) => isLate(watch.warned[outer])));
  for (const area of told) watch.warned[area] = hour;
  return told;
}

function forget(hours: Record<string, number>, isLate: (at: number) => boolean): void {
  for (const [area, at] of Object.entries(hours)) if (isLate(at)) delete hours[area];
}
