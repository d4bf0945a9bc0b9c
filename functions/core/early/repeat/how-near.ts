import type { RepeatRules } from './repeat-rules.ts';

/** Where a request says it is. Personal data: compared here, never kept or indexed. */
export interface Spot {
  readonly address?: string | undefined;
  readonly lat?: number | undefined;
  readonly lng?: number | undefined;
}

/** Why two requests may be of one place: so many metres apart, or at one address. */
export type Nearness =
  | { readonly basis: 'distance'; readonly distanceM: number }
  | { readonly basis: 'address' };

/** Mean radius of the earth (IUGG), in metres. */
const earthRadiusM = 6_371_009;

/**
 * Whether two spots may be one place under the pack's rules. Coordinates decide where both have them; else the address does,
 * read without blanks, marks and case. Undefined: not near, or not known.
 */
export function howNear(one: Spot, other: Spot, { distanceMaxM }: RepeatRules): Nearness | undefined {
  const [a, b] = [pointOf(one), pointOf(other)];
  if (a !== undefined && b !== undefined) {
    const distanceM = distanceBetween(a, b);
    return distanceM <= distanceMaxM ? { basis: 'distance', distanceM: Math.round(distanceM) } : undefined;
  }
  const [here, there] = [plain(one.address), plain(other.address)];
  return here !== '' && here === there ? { basis: 'address' } : undefined;
}

/** Whether a spot says anything that others can be compared with; where it does not, nothing is near it. */
export const isSomewhere = (spot: Spot): boolean => pointOf(spot) !== undefined || plain(spot.address) !== '';

interface Point {
  readonly lat: number;
  readonly lng: number;
}

const pointOf = ({ lat, lng }: Spot): Point | undefined =>
  lat === undefined || lng === undefined ? undefined : { lat, lng };

/** Metres between two points by the haversine formula. */
function distanceBetween(a: Point, b: Point): number {
  const [lat1, lat2] = [radians(a.lat), radians(b.lat)];
  const half = (angle: number) => Math.sin(angle / 2) ** 2;
  const chord = half(lat2 - lat1) + Math.cos(lat1) * Math.cos(lat2) * half(radians(b.lng - a.lng));
  return 2 * earthRadiusM * Math.asin(Math.min(1, Math.sqrt(chord)));
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

const plain = (address = ''): string =>
  address
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '');
