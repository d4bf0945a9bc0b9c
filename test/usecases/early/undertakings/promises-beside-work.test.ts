import { expect, it } from 'vitest';
import { wake } from '../../../../functions/usecases/wake.ts';
import { MatterTown } from '../matters/matter-town.ts';

const day = 86_400_000;

it('a promise is kept in time though the work that is due beside it fails', async () => {
  const town = new MatterTown();
  const ids = await town.submitMany(1);
  const id = await town.open({ ticketIds: ids });
  const { planBy } = await town.matter(id);
  const failing = town.bent({ load: () => Promise.reject(new Error('the ticket cannot be read')) });
  town.now += 3 * day;

  await wake(failing, id);
  const { history } = (await town.store.loadUndertaking(id))!;
  const again = wake(failing, id);

  expect(history.filter(({ event }) => event === 'planOverdue')).toMatchObject([{ at: planBy }]);
  await expect(again).rejects.toThrow('the ticket cannot be read');
  await town.work(id);
  expect(await town.matter(id)).toMatchObject({ members: 1, overdue: true });
});
