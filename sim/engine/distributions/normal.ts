import type { Stream } from '../stream.ts';
import type { Distribution } from './distribution.ts';

/** Normal with a mean and a standard deviation, which may be 0. */
export function normal(options: { readonly mean: number; readonly deviation: number }): Distribution {
  const { mean, deviation } = options;
  if (!Number.isFinite(mean) || !(deviation >= 0 && deviation < Number.POSITIVE_INFINITY)) {
    throw new RangeError(
      `normal needs a finite mean and a deviation of 0 or more, not ${mean} and ${deviation}`,
    );
  }
  return { mean, draw: (stream) => mean + deviation * drawNormal(stream) };
}

/**
 * Normal with mean 0 and deviation 1, by the ziggurat of Marsaglia and Tsang (2000) with 256 layers. The number comes
 * back through an array, as that of `drawExponential`.
 */
export function drawNormal(stream: Stream): number {
  drawInto(drawn, stream);
  return drawn[0]!;
}

function drawInto(into: Float64Array, stream: Stream): void {
  const bits = stream.next32();
  const layer = bits & 0xff;
  const value = bits >> 8;
  if (Math.abs(value) < inside[layer]!) into[0] = value * scale[layer]!;
  else into[0] = drawOutside(stream, layer, value);
}

function drawOutside(stream: Stream, firstLayer: number, firstValue: number): number {
  let layer = firstLayer;
  let value = firstValue;
  for (;;) {
    const x = value * scale[layer]!;
    if (Math.abs(value) < inside[layer]!) return x;
    if (layer === 0) return value < 0 ? -drawTail(stream) : drawTail(stream);
    const low = height[layer]!;
    if (low + stream.next01() * (height[layer + 1]! - low) < Math.exp(-0.5 * x * x)) return x;
    const bits = stream.next32();
    layer = bits & 0xff;
    value = bits >> 8;
  }
}

/** Normal given that it exceeds `tailAt` (Marsaglia 1964). */
function drawTail(stream: Stream): number {
  for (;;) {
    const x = -Math.log(1 - stream.next01()) / tailAt;
    const y = -Math.log(1 - stream.next01());
    if (y + y > x * x) return tailAt + x;
  }
}

const drawn = new Float64Array(1);

/** Where the tail begins, and the area of each of the 256 layers (Marsaglia and Tsang 2000). */
const tailAt = 3.6541528853610088;
const layerArea = 0.00492867323399;

/** For each layer: 23-bit values sure to lie under the curve; width of one value; height of the layer's floor. */
const inside = new Int32Array(256);
const scale = new Float64Array(256);
const height = new Float64Array(257);

const density = (x: number): number => Math.exp(-0.5 * x * x);
const edges = new Float64Array(257);
edges[0] = layerArea / density(tailAt);
edges[1] = tailAt;
for (let i = 2; i < 256; i++) {
  edges[i] = Math.sqrt(-2 * Math.log(layerArea / edges[i - 1]! + density(edges[i - 1]!)));
}
for (let i = 0; i < 256; i++) {
  inside[i] = Math.floor((edges[i + 1]! / edges[i]!) * 2 ** 23);
  scale[i] = edges[i]! * 2 ** -23;
  height[i] = density(edges[i]!);
}
height[256] = 1;
