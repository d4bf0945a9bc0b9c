import { expect, it } from 'vitest';
import { isOfUndertaking } from '../../../functions/core/undertaking/effect-message.ts';
import {
  type UndertakingKindName,
  undertakingKindNames,
} from '../../../functions/core/undertaking/undertaking.ts';
import { kindOfId, undertakingId } from '../../../functions/core/undertaking/undertaking-id.ts';
import { undertakingKind } from '../../../functions/core/undertaking/undertaking-kinds.ts';

const digest = '0123456789abcdef'.repeat(4);

it.each([...undertakingKindNames])('writes the kind into the id of a %s and reads it back', (kind) => {
  const id = undertakingId(kind, digest);

  expect(id).toBe(`${kind}_${digest.slice(0, 32)}`);
  expect(kindOfId(id)).toBe(kind);
});

it.each([
  digest.slice(0, 32),
  `feast_${digest.slice(0, 32)}`,
  `topic_${digest.slice(0, 31)}`,
  `topic_${digest.slice(0, 33)}`,
  `my-topic_${digest.slice(0, 32)}`,
  `topic_${digest.slice(0, 31)}G`,
])('takes %s for no undertaking', (id) => {
  expect(kindOfId(id)).toBeUndefined();
});

it('knows the rules of each kind by its name, and throws for a kind of newer code', () => {
  const known = undertakingKindNames.map((name) => undertakingKind(name).kind);

  expect(known).toEqual([...undertakingKindNames]);
  expect(() => undertakingKind('feast' as UndertakingKindName)).toThrow(
    'this code knows no undertakings of the kind feast',
  );
});

it('tells word of an undertaking from word of a ticket', () => {
  const word = { id: '1', to: 'hotline', event: 'opened', at: 1, rule: 'r', rev: 1, status: 'open' } as const;

  expect(
    isOfUndertaking({ ...word, kind: 'status', undertakingId: 'u', undertaking: 'topic', isOpen: true }),
  ).toBe(true);
  expect(
    isOfUndertaking({
      ...word,
      event: 'dispatched',
      kind: 'status',
      ticketId: 't',
      tier: 'general',
      overdue: false,
    }),
  ).toBe(false);
});
