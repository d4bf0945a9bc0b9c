import { expect, it } from 'vitest';
import { testService } from '../support/test-service.ts';
import { city, topicBody } from './topic-life.ts';

it.each([
  ['https://www.example.org/policy', 201],
  ['javascript:alert(1)', 422],
  ['data:text/html,hello', 422],
  ['file:///etc/hosts', 422],
] as const)('a topic links its policy documents by web addresses alone: %s', async (url, status) => {
  const service = testService();
  const body = { ...topicBody, documents: [{ title: '办理意见', url }] };

  const answer = await service.call('openTopic', { role: city, body });

  expect(answer.status).toBe(status);
});
