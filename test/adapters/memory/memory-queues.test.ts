import {
  memoryBoardQueue,
  memoryEffectQueue,
  memoryWakeQueue,
} from '../../../functions/adapters/memory/memory-queues.ts';
import {
  boardQueueContract,
  effectQueueContract,
  wakeQueueContract,
} from '../../contract/queues.contract.ts';

wakeQueueContract('the wake queue in memory', async () => {
  const queue = memoryWakeQueue();
  return { queue, lying: async () => queue.take() };
});

effectQueueContract('the effect queue in memory', async () => {
  const queue = memoryEffectQueue();
  return { queue, lying: async () => queue.take() };
});

boardQueueContract('the board queue in memory', async () => {
  const queue = memoryBoardQueue();
  return { queue, lying: async () => queue.take() };
});
