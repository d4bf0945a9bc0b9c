import { unitFor } from '../../../functions/core/rules/item-table.ts';
import type { Rules } from '../../../functions/core/rules/rules.ts';
import { noUnit } from '../../../functions/core/rules/unit-table.ts';

/** The units that help the lead with an item at a place: each once, and never the lead itself. */
export function helpersOf(
  { items, units }: Rules,
  item: number,
  place: number,
  lead: number,
): readonly number[] {
  const found: number[] = [];
  for (const spec of items.helpers[item]!) {
    const unit = unitFor(spec, place, units);
    if (unit !== noUnit && unit !== lead && !found.includes(unit)) found.push(unit);
  }
  return found;
}
