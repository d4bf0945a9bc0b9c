import type { BeijingSources } from './sources.ts';

type Ring = readonly (readonly [number, number])[];

/** Four decimals of a degree are about 10 m, well below the source's own grid of about 100 m. */
const rounded = (degrees: number) => Math.round(degrees * 1e4) / 1e4;
const ring = (points: Ring) => points.map(([lng, lat]) => [rounded(lng), rounded(lat)]);

/** The districts' outlines as GeoJSON text, a feature a line; a feature's `id` is the unit's code. */
export const districtShapesText = (features: BeijingSources['shapes']): string => {
  const lines = features.map(({ id, properties, geometry }) =>
    JSON.stringify({
      type: 'Feature',
      id,
      properties: { name: properties.name },
      geometry: {
        type: geometry.type,
        coordinates:
          geometry.type === 'Polygon'
            ? geometry.coordinates.map(ring)
            : geometry.coordinates.map((polygon) => polygon.map(ring)),
      },
    }),
  );
  return `{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}\n`;
};
