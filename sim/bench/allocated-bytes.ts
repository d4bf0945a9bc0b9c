import { type HeapProfiler, Session } from 'node:inspector/promises';

/**
 * Bytes that a run allocates on the heap of JavaScript, with those that are collected before it ends; estimated by V8
 * from samples, one in every 4 KiB. Buffers of typed arrays are not on that heap. The run is slower meanwhile.
 */
export async function allocatedBytes(run: () => void): Promise<number> {
  const session = new Session();
  session.connect();
  try {
    await session.post('HeapProfiler.startSampling', {
      samplingInterval: 4096,
      includeObjectsCollectedByMinorGC: true,
      includeObjectsCollectedByMajorGC: true,
    });
    run();
    const { profile } = await session.post('HeapProfiler.stopSampling');
    return sizeOf(profile.head);
  } finally {
    session.disconnect();
  }
}

const sizeOf = (node: HeapProfiler.SamplingHeapProfileNode): number =>
  node.children.reduce((sum, child) => sum + sizeOf(child), node.selfSize);
