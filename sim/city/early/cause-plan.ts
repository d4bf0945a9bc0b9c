import { isWithin } from '../../../functions/core/rules/unit-table.ts';
import { discrete } from '../../engine/distributions/discrete.ts';
import type { Distribution } from '../../engine/distributions/distribution.ts';
import type { Stream } from '../../engine/stream.ts';
import type { CitySetup } from '../city-setup.ts';
import type { FlowPlan } from '../flow-plan.ts';
import { type LengthLaw, logNormalLength } from '../length-law.ts';
import type { CauseKind } from './early-schema.ts';

/** Where and about what a cause comes about. */
interface Spot {
  readonly item: number;
  readonly place: number;
}

/** A kind of cause, ready to be drawn from. */
export interface CausePlan {
  readonly kind: CauseKind;
  readonly requests: LengthLaw;
  readonly halfLifeHours: number;
  readonly drawSpot: (stream: Stream) => Spot;
}

/** Half-lives after which a cause has faded to a thousandth. */
export const halfLivesMax = 10;

/**
 * The law of a kind of cause: items and places by the weights of the ordinary load. Chronic spots are drawn at once from
 * `stream`.
 *
 * @throws RangeError naming the cause and what the city does not have
 */
export function causePlan(kind: CauseKind, setup: CitySetup, base: FlowPlan, stream: Stream): CausePlan {
  const { codes } = setup.rules.items;
  const { units } = setup.rules;
  const within = kind.places?.map((code) => {
    const unit = units.byCode.get(code);
    if (unit === undefined)
      throw new RangeError(`early.causes ${kind.id}: places: there is no unit "${code}"`);
    return unit;
  });
  const itemOf = weighed(
    kind,
    'items',
    base.items.map((weight, i) => (kind.items.some((start) => codes[i]!.startsWith(start)) ? weight : 0)),
  );
  const placeOf = weighed(
    kind,
    'places',
    base.placeWeights.map((weight, i) =>
      within === undefined || within.some((unit) => isWithin(units, base.places[i]!, unit)) ? weight : 0,
    ),
  );
  const anywhere = (from: Stream): Spot => ({
    item: itemOf.draw(from),
    place: base.places[placeOf.draw(from)]!,
  });
  const spots = Array.from({ length: kind.spots?.value ?? 0 }, () => anywhere(stream));
  return {
    kind,
    requests: logNormalLength(kind.requests.value),
    halfLifeHours: kind.halfLifeDays.value * 24,
    drawSpot: spots.length === 0 ? anywhere : (from) => spots[from.below(spots.length)]!,
  };
}

function weighed(kind: CauseKind, what: 'items' | 'places', weights: Float64Array): Distribution {
  if (!weights.some((weight) => weight > 0)) {
    throw new RangeError(`early.causes ${kind.id}: ${what}: none of the city's has any load`);
  }
  return discrete([...weights]);
}
