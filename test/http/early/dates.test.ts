import { describe, expect, it } from 'vitest';
import { testService } from '../support/test-service.ts';
import { city, topicBody } from './topic-life.ts';

const path = { routeId: '0'.repeat(32) };

describe('dates that no city has', () => {
  it.each(['0000-W01', '0001-W01', '0000-01', '9999-12', '2026-W99', 'W', 'next week', 'Wednesday'])(
    'refuses a round of %s',
    async (period) => {
      const service = testService();
      const body = { rhythm: 'daily', period, stops: [0] };

      const { json } = await service.call('recordPatrolRound', { role: city, path, body });

      expect(json).toMatchObject({ status: 422, code: 'VALIDATION' });
    },
  );

  it('refuses a topic of a month whose year before has no four digits', async () => {
    const service = testService();
    const body = { ...topicBody, month: '0000-05' };

    const { json } = await service.call('openTopic', { role: city, body });

    expect(json).toMatchObject({ status: 422, code: 'VALIDATION' });
  });
});
