import type { Stream } from '../stream.ts';
import { type Distribution, requirePositive } from './distribution.ts';

/** Exponential: time to the next event of a Poisson process. */
export function exponential(mean: number): Distribution {
  requirePositive({ mean });
  return { mean, draw: (stream) => mean * drawExponential(stream) };
}

/**
 * Exponential with mean 1, by the ziggurat of Marsaglia and Tsang (2000): one draw and no logarithm in 98 of 100. The
 * number comes back through an array, because V8 boxes what a call returns unless it inlines it, as it does this one.
 */
export function drawExponential(stream: Stream): number {
  drawInto(drawn, stream);
  return drawn[0]!;
}

function drawInto(into: Float64Array, stream: Stream): void {
  const bits = stream.next32();
  const layer = bits & 0xff;
  const value = bits >>> 8;
  if (value < inside[layer]!) into[0] = value * scale[layer]!;
  else into[0] = drawOutside(stream, layer, value);
}

/** The point was not inside its layer's rectangle: try the wedge above, or the tail, which is the curve again. */
function drawOutside(stream: Stream, firstLayer: number, firstValue: number): number {
  let layer = firstLayer;
  let value = firstValue;
  let base = 0;
  for (;;) {
    const x = value * scale[layer]!;
    if (value < inside[layer]!) return base + x;
    if (layer === 0) {
      base += tailAt;
    } else {
      const low = height[layer]!;
      if (low + stream.next01() * (height[layer + 1]! - low) < Math.exp(-x)) return base + x;
    }
    const bits = stream.next32();
    layer = bits & 0xff;
    value = bits >>> 8;
  }
}

const drawn = new Float64Array(1);

/** Where the tail begins, and the area of each of the 256 layers (Marsaglia and Tsang 2000). */
const tailAt = 7.697117470131487;
const layerArea = 0.003949659822581572;

/** For each layer: 24-bit values sure to lie under the curve; width of one value; height of the layer's floor. */
const inside = new Int32Array(256);
const scale = new Float64Array(256);
const height = new Float64Array(257);

const edges = new Float64Array(257);
edges[0] = layerArea / Math.exp(-tailAt);
edges[1] = tailAt;
for (let i = 2; i < 256; i++) edges[i] = -Math.log(layerArea / edges[i - 1]! + Math.exp(-edges[i - 1]!));
for (let i = 0; i < 256; i++) {
  inside[i] = Math.floor((edges[i + 1]! / edges[i]!) * 2 ** 24);
  scale[i] = edges[i]! * 2 ** -24;
  height[i] = Math.exp(-edges[i]!);
}
height[256] = 1;
