import type { UnitKind } from '../../../functions/core/directory/unit-kinds.ts';
import type { Rules } from '../../../functions/core/rules/rules.ts';
import { noUnit } from '../../../functions/core/rules/unit-table.ts';

/** The kinds of units that the hotline hands requests to, every one of which a day must reach. */
export const targetKinds = ['subdistrict', 'department', 'enterprise'] as const satisfies readonly UnitKind[];
type TargetKind = (typeof targetKinds)[number];

/** A unit and how a request gets to it: by an item (and a place), or because a person at the hotline names it. */
export interface Target {
  readonly unit: string;
  readonly kind: TargetKind;
  readonly route:
    | { readonly by: 'catalogue'; readonly item: string; readonly place: string | undefined }
    | { readonly by: 'triage' };
}

/** Every unit a day must reach, in the directory's order. `pick` chooses among the items that lead to one. */
export function targetsOf(rules: Rules, pick: (count: number) => number): readonly Target[] {
  const { units } = rules;
  return units.codes.flatMap((unit, index): Target[] => {
    const kind = targetKinds.find((wanted) => wanted === units.kinds[index]);
    if (kind === undefined) return [];
    if (kind === 'subdistrict') {
      return [
        { unit, kind, route: { by: 'catalogue', item: choose(itemsOfPlaces(rules), pick), place: unit } },
      ];
    }
    const items = itemsLedBy(rules, index);
    if (items.length === 0) return [{ unit, kind, route: { by: 'triage' } }];
    // Without a place, a line's item goes to its department itself instead of a district's bureau.
    return [{ unit, kind, route: { by: 'catalogue', item: choose(items, pick), place: undefined } }];
  });
}

/** As many targets of each kind as their share of `count`, at least one of each, evenly out of all. */
export function sampleTargets(all: readonly Target[], count: number): readonly Target[] {
  if (count >= all.length) return all;
  return targetKinds.flatMap((kind) => {
    const ofKind = all.filter((target) => target.kind === kind);
    const wanted = Math.max(1, Math.floor((ofKind.length * count) / all.length));
    return Array.from({ length: wanted }, (_, n) => ofKind[Math.floor((n * ofKind.length) / wanted)]!);
  });
}

const itemsOfPlaces = ({ items }: Rules) =>
  items.codes.filter((_, n) => items.lead[n]!.type === 'subdistrict');

const itemsLedBy = ({ items }: Rules, unit: number) =>
  items.codes.filter((_, n) => {
    const lead = items.lead[n]!;
    return lead.unit !== noUnit && lead.unit === unit;
  });

const choose = <Value>(values: readonly Value[], pick: (count: number) => number): Value =>
  values[pick(values.length)]!;
