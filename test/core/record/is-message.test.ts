import { expect, it } from 'vitest';
import { isMessage } from '../../../functions/core/record/is-message.ts';
import { owedEffect } from '../../../functions/core/record/ticket-record.ts';

it('sends word for units, the platform and callbacks through the queue, and nothing else', () => {
  const kinds = owedEffect.shape.kind.options;

  expect(kinds.filter((kind) => isMessage({ kind }))).toEqual(['status', 'notice', 'callback']);
});
