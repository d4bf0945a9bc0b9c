import { digestOf } from '../../engine/digest.ts';
import { allocatedBytes } from '../allocated-bytes.ts';
import { peakMemoryMib, startCpuStopwatch, startStopwatch } from '../stopwatch.ts';
import { hotlineCounts, hotlineEstimates } from './hotline-estimates.ts';
import { HotlineModel } from './hotline-model.ts';

/**
 * One measured run of hotline-B in a process of its own, so that peak memory is that of this run:
 * `node sim/bench/engine/engine-run.ts REQUESTS SEED` prints one line of JSON, which the bench reads.
 */
async function run(requests: number, seed: number): Promise<void> {
  const elapsed = startStopwatch();
  const cpuElapsed = startCpuStopwatch();
  const model = new HotlineModel();
  model.run(requests, seed);
  const measured = {
    requests,
    seconds: elapsed(),
    cpuSeconds: cpuElapsed(),
    events: requests + model.env.fired + model.env.cancelled,
    peakMib: peakMemoryMib(),
    digest: digestOf(hotlineCounts(model)),
    estimates: hotlineEstimates(model),
  };
  const sample = Math.ceil(requests / 10);
  const bytes = await allocatedBytes(() => model.run(sample, seed));
  const sampled = sample + model.env.fired + model.env.cancelled;
  console.log(JSON.stringify({ ...measured, bytesPerEvent: bytes / sampled }));
}

const [requests, seed] = process.argv.slice(2).map(Number) as [number, number];
void run(requests, seed);
