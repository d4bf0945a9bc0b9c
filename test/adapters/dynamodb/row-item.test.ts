import { expect, it } from 'vitest';
import { toViewItem } from '../../../functions/adapters/dynamodb/row-item.ts';

const view = {
  ticketId: 'a',
  unit: 'u',
  rev: 1,
  status: 'handling',
  tier: 'h2',
  openedAt: 1,
  overdue: false,
};

it('gives a helping unit’s view both keys of the worklist, or none when it has nothing to do', () => {
  const listed = toViewItem({ ...view, actBy: 5 });
  const done = toViewItem(view);

  expect(listed).toMatchObject({ pk: 'T#a', sk: 'UNIT#u', worklist: 'u', actBy: 5 });
  expect(Object.keys(done)).not.toContain('worklist');
  expect(Object.keys(done)).not.toContain('actBy');
});
