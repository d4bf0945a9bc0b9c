import { unitFor } from '../../../functions/core/rules/item-table.ts';
import type { Rules } from '../../../functions/core/rules/rules.ts';
import { noUnit, unitOver } from '../../../functions/core/rules/unit-table.ts';
import { Stream } from '../../engine/stream.ts';

/** A request to post, and how far its lead takes it. */
export interface PlannedPost {
  readonly body: { readonly source: string; readonly sourceKey: string; readonly [field: string]: unknown };
  readonly goes: 'unsigned' | 'signed' | 'answered';
}

export interface PostPlan {
  readonly posts: readonly PlannedPost[];
  /** Everybody whom these tickets can ever owe a message: each has a receiver, so that every effect owed is seen. */
  readonly owners: ReadonlySet<string>;
}

const placesMax = 24;
const itemsMax = 6;

/**
 * Requests for a few subdistricts, one in six with a helper. One in eight is urgent, so that its ladder is climbed within the run; of ten, one
 * is signed, two are answered, and seven miss the limit for signing.
 */
export function planPosts(rules: Rules, count: number, seed: number): PostPlan {
  const { units, items } = rules;
  const chance = new Stream(seed, 'posts');
  const pick = <Value>(values: readonly Value[]): Value => values[chance.below(values.length)]!;
  const subdistricts = units.codes.filter((_, n) => units.kinds[n] === 'subdistrict');
  const places = Array.from({ length: placesMax }, () => pick(subdistricts));
  const general = items.codes
    .map((code, n) => ({ code, n }))
    .filter(
      ({ n }) => items.lead[n]!.type === 'subdistrict' && items.tier[n] === rules.tierByKey.get('general'),
    );
  const alone = general.filter(({ n }) => items.helpers[n]!.length === 0).slice(0, itemsMax - 1);
  const helped = general.filter(({ n }) => items.helpers[n]!.length > 0).slice(0, 1);
  const chosen = [...alone, ...helped].map(({ code }) => code);
  const posts = Array.from({ length: count }, (_, n): PlannedPost => {
    const urgent = chance.chance(1 / 8);
    const goes = chance.chance(0.7) ? 'unsigned' : chance.chance(1 / 3) ? 'signed' : 'answered';
    return {
      goes,
      body: {
        source: '12345',
        sourceKey: `kill-${seed}-${String(n).padStart(6, '0')}`,
        channel: 'api',
        kind: 'help',
        description: '小区门前路面有积水，请处理。',
        itemCode: pick(chosen),
        place: { unitCode: pick(places) },
        ...(urgent ? { tier: 'emergency' } : {}),
      },
    };
  });
  const owners = new Set<string>(['hotline', units.codes[units.city]!]);
  for (const place of places) {
    for (const code of chosen) {
      const item = items.byCode.get(code)!;
      for (const spec of [items.lead[item]!, ...items.helpers[item]!]) {
        const unit = unitFor(spec, units.byCode.get(place)!, units);
        if (unit === noUnit) continue;
        owners.add(units.codes[unit]!).add(units.codes[unitOver(units, unit)]!);
      }
    }
  }
  return { posts, owners };
}
