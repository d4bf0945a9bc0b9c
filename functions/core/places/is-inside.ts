/** A closed ring of [longitude, latitude] points. */
export type Ring = readonly (readonly [number, number])[];

/** The first ring is the outline, the others are holes in it. */
export type Polygon = readonly Ring[];

/**
 * Tells whether a point is inside a polygon: a ray from it to the east crosses the rings an odd number of times.
 * Holes need no special care, as entering one crosses its ring. Each edge owns its lower end only, so a point on a
 * border shared by two polygons is in one of them, never in both. Not-a-number is outside everything.
 */
export const isInside = (polygon: Polygon, lng: number, lat: number): boolean => {
  let inside = false;
  for (const ring of polygon) {
    for (let i = 1; i < ring.length; i += 1) {
      const [ax, ay] = ring[i - 1]!;
      const [bx, by] = ring[i]!;
      if (ay > lat !== by > lat && lng < ax + ((lat - ay) / (by - ay)) * (bx - ax)) inside = !inside;
    }
  }
  return inside;
};
