import { expect, it } from 'vitest';
import { toRequestItem } from '../../../functions/adapters/dynamodb/request-item.ts';
import { tableShape } from '../../../functions/adapters/dynamodb/table-shape.ts';

it('lets the server drop a request in the first whole second after it expires', () => {
  const request = { ticketId: 'a', source: 's', sourceKey: 'k', digest: 'd', receivedAt: 0, rulesHash: 'r' };

  const [exact, between] = [2_000, 2_001].map((expiresAt) => toRequestItem({ ...request, expiresAt }));

  expect(exact).toMatchObject({ pk: 'T#a', sk: 'REQUEST', [tableShape.ttlAttribute]: 2 });
  expect(between).toMatchObject({ [tableShape.ttlAttribute]: 3, expiresAt: 2_001 });
});
