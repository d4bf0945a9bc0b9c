import { memoryEffectQueue, memoryWakeQueue } from '../../../functions/adapters/memory/memory-queues.ts';

const batchMax = 10;

/** Queues in memory that count what is sent: the calls, each with up to ten messages, and the messages. */
export function countedQueues() {
  const none = () => ({ wake: { sends: 0, messages: 0 }, effects: { sends: 0, messages: 0 } });
  let sent = none();
  const counting = <Message>(
    name: 'wake' | 'effects',
    send: (messages: readonly Message[]) => Promise<readonly string[]>,
  ) => ({
    send: (messages: readonly Message[]) => {
      sent[name].sends += Math.ceil(messages.length / batchMax);
      sent[name].messages += messages.length;
      return send(messages);
    },
  });
  const wakes = memoryWakeQueue();
  const effects = memoryEffectQueue();
  return {
    wakes: counting('wake', wakes.send),
    effects: counting('effects', effects.send),
    takeWakes: wakes.take,
    takeEffects: effects.take,
    /** What was sent since the last call. */
    take() {
      const taken = sent;
      sent = none();
      return taken;
    },
  };
}
