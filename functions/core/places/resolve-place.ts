import { err, ok, type Result } from '../result.ts';
import type { Places } from './compile-places.ts';
import { isInside } from './is-inside.ts';
import { resolveAddress } from './resolve-address.ts';

/** Where a request says it is: the code of a unit, an address in words, or coordinates in degrees (WGS 84). */
export type PlaceQuery =
  | { readonly unitCode: string }
  | { readonly address: string }
  | { readonly lat: number; readonly lng: number };

/** A place found: a subdistrict, or a district where no more is known, by what, and the public name that decided. */
export type PlaceFound = {
  readonly unit: string;
  readonly reason: { readonly by: 'unitCode' | 'address' | 'coordinates'; readonly matched: string };
};

export type PlaceError =
  | { readonly code: 'UNKNOWN_UNIT'; readonly unitCode: string }
  | { readonly code: 'AMBIGUOUS_PLACE'; readonly matched: string; readonly candidates: readonly string[] }
  | { readonly code: 'PLACE_OUTSIDE_CITY' }
  | { readonly code: 'PLACE_NOT_FOUND'; readonly missing: 'name' | 'coordinates' | 'shapes' };

/**
 * Finds the subdistrict or district a request belongs to. A unit's code is climbed to its subdistrict (UNKNOWN_UNIT:
 * no such unit, or one without a place of its own, such as a department). An address is searched for names
 * (PLACE_NOT_FOUND, AMBIGUOUS_PLACE with the candidates). Coordinates give the district only, as no open outlines of
 * subdistricts exist (PLACE_OUTSIDE_CITY; PLACE_NOT_FOUND if they are no coordinates or the city has no outlines).
 */
export const resolvePlace = (places: Places, query: PlaceQuery): Result<PlaceFound, PlaceError> => {
  if ('unitCode' in query) return byUnitCode(places, query.unitCode);
  if ('address' in query) return resolveAddress(places, query.address);
  return byCoordinates(places, query.lng, query.lat);
};

const byUnitCode = ({ areaOf, nameOf }: Places, unitCode: string): Result<PlaceFound, PlaceError> => {
  const unit = areaOf.get(unitCode);
  if (unit === undefined) return err({ code: 'UNKNOWN_UNIT', unitCode });
  return ok({ unit, reason: { by: 'unitCode', matched: nameOf.get(unit)! } });
};

const byCoordinates = (
  { outlines, nameOf }: Places,
  lng: number,
  lat: number,
): Result<PlaceFound, PlaceError> => {
  if (!(Math.abs(lng) <= 180 && Math.abs(lat) <= 90)) {
    return err({ code: 'PLACE_NOT_FOUND', missing: 'coordinates' });
  }
  if (outlines.length === 0) return err({ code: 'PLACE_NOT_FOUND', missing: 'shapes' });
  const found = outlines.find(
    ({ west, east, south, north, polygons }) =>
      lng >= west &&
      lng <= east &&
      lat >= south &&
      lat <= north &&
      polygons.some((polygon) => isInside(polygon, lng, lat)),
  );
  if (!found) return err({ code: 'PLACE_OUTSIDE_CITY' });
  return ok({
    unit: found.unit,
    reason: { by: 'coordinates', matched: nameOf.get(found.unit)! },
  });
};
