import type { City } from '../core/city/city.ts';
import {
  type PlaceError,
  type PlaceFound,
  type PlaceQuery,
  resolvePlace,
} from '../core/places/resolve-place.ts';
import { err, ok, type Result } from '../core/result.ts';
import { noItem } from '../core/rules/item-table.ts';
import { noUnit } from '../core/rules/unit-table.ts';
import { keep } from '../core/ticket/command.ts';
import { requestKinds } from '../core/ticket/kinds.ts';
import type { Opening } from '../core/ticket/open.ts';
import { type EpochMs, minuteMs } from '../core/time.ts';
import { guessItem } from '../core/triage/guess-item.ts';
import type { Invalid, UnknownItem } from './errors.ts';
import type { Submission } from './submission.ts';

/** Clocks of other systems may run ahead of ours by this much. */
const skewMaxMs = 5 * minuteMs;

/** Flags that make a request urgent (突发, 公共卫生, 不稳定因素). */
const urgent: ReadonlySet<string> = new Set(['danger', 'publicHealth', 'unrest']);

/** Turns a submission into what the rules decide by: item named or guessed, place found, tier chosen. */
export function readSubmission(
  body: Submission,
  city: City,
  now: EpochMs,
  backlog: boolean,
): Result<Opening, Invalid | UnknownItem | PlaceError> {
  const { rules } = city;
  const requestedAt = body.requestedAt === undefined ? now : Date.parse(body.requestedAt);
  if (requestedAt > now + skewMaxMs) {
    return err({ code: 'INVALID', field: 'requestedAt', reason: 'lies in the future' });
  }
  const named = body.itemCode === undefined ? undefined : rules.items.byCode.get(body.itemCode);
  if (body.itemCode !== undefined && named === undefined) {
    return err({ code: 'UNKNOWN_ITEM', itemCode: body.itemCode });
  }
  const tier = tierOf(body, city);
  if (tier === undefined) {
    return err({
      code: 'INVALID',
      field: 'tier',
      reason: `known tiers: ${[...rules.tierByKey.keys()].join(', ')}`,
    });
  }
  const place = placeOfSubmission(body.place, city);
  if (!place.ok) return place;
  const guess =
    named === undefined ? guessItem(city.triage, `${body.title ?? ''}\n${body.description}`) : null;
  return ok({
    kind: requestKinds.indexOf(body.kind),
    item: named ?? (guess === null ? noItem : (rules.items.byCode.get(guess.itemCode) ?? noItem)),
    guessed: guess !== null,
    tier,
    place: place.value,
    requestedAt,
    backlog,
  });
}

function tierOf(body: Submission, { rules }: City): number | undefined {
  if (body.tier !== undefined) return rules.tierByKey.get(body.tier);
  return body.urgency.some((flag) => urgent.has(flag)) ? rules.urgentTier : keep;
}

/** The first of code, address and coordinates that decides. An address without any known name leaves it to a person. */
export function placeOfSubmission(
  place: Submission['place'],
  { places, rules }: City,
): Result<number, PlaceError> {
  const queries: PlaceQuery[] = [];
  if (place?.unitCode !== undefined) queries.push({ unitCode: place.unitCode });
  if (place?.address !== undefined) queries.push({ address: place.address });
  if (place?.lat !== undefined && place.lng !== undefined) queries.push({ lat: place.lat, lng: place.lng });
  for (const query of queries) {
    const found: Result<PlaceFound, PlaceError> = resolvePlace(places, query);
    if (found.ok) return ok(rules.units.byCode.get(found.value.unit) ?? noUnit);
    if (found.error.code !== 'PLACE_NOT_FOUND') return found;
  }
  return ok(noUnit);
}
