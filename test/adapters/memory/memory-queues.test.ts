import { memoryEffectQueue, memoryWakeQueue } from '../../../functions/adapters/memory/memory-queues.ts';
import { effectQueueContract, wakeQueueContract } from '../../contract/queues.contract.ts';

wakeQueueContract('the wake queue in memory', async () => {
  const queue = memoryWakeQueue();
  return { queue, lying: async () => queue.take() };
});

effectQueueContract('the effect queue in memory', async () => {
  const queue = memoryEffectQueue();
  return { queue, lying: async () => queue.take() };
});
