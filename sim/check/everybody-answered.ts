import type { Checker } from './checker.ts';
import type { Facts } from './facts.ts';

/** In a repaired world every client that goes on asking is answered, and every board that was asked for is done or refused. */
export const everybodyAnswered: Checker = {
  name: 'everybody-answered',
  promise: 'whoever goes on asking is answered',
  phase: 'liveness',
  atRest: ({ asked }) =>
    asked
      .filter(({ answer, isAbandoned }) => answer === undefined && !isAbandoned)
      .map(
        ({ n, operationId, attempts }) =>
          `#${n} ${operationId} was asked ${attempts} times and never answered`,
      ),
  atEnd: async (facts) => {
    const unended = await Promise.all(facts.asked.map((asked) => unendedJob(asked, facts)));
    return unended.flat();
  },
};

async function unendedJob(asked: Facts['asked'][number], facts: Facts): Promise<readonly string[]> {
  if (asked.operationId !== 'publishBoard' || asked.answer?.status !== 202) return [];
  const job = await facts.boardStore.loadJob(asked.commandId);
  // Whoever watches the alarm asks for a dead job again.
  const isDead = facts.deadLetters.some((body) => body.includes(asked.commandId));
  const isEnded = job?.state === 'done' || job?.state === 'failed' || isDead;
  return isEnded ? [] : [`board job #${asked.n} was taken on and is ${job?.state ?? 'lost'}`];
}
