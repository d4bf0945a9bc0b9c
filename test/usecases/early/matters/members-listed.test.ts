import { describe, expect, it } from 'vitest';
import type { Caller } from '../../../../functions/usecases/caller.ts';
import { listMembers } from '../../../../functions/usecases/early/matters/list-members.ts';
import { pipe, staffOf } from '../../town.ts';
import { city, MatterTown } from './matter-town.ts';

const district = staffOf('110101');
const page = { limit: 10 };

describe('the members of a matter as they are listed', () => {
  it('show how a ticket stands where it belongs to the matter, or is the reader’s to read anyway', async () => {
    const town = new MatterTown();
    const [own] = await town.submitMany(1);
    const elsewhere = await town.submit(pipe({ sourceKey: 'far', place: { unitCode: '110105' } }));
    const matterId = await town.open({ ticketIds: [own!] });
    await town.askMatter(matterId, { type: 'addMembers', ticketIds: [elsewhere] }, district);
    await town.work(matterId);

    const shownTo = async (caller: Caller) => {
      const listed = await listMembers(town.deps, { matterId, page }, caller);
      const rows = listed.ok ? listed.value.rows : [];
      return new Map(rows.map(({ member, ticket }) => [member.ticketId, [member.code, ticket?.status]]));
    };

    const toDistrict = await shownTo(district);
    const toCity = await shownTo(city);

    expect(toDistrict.get(own!)).toEqual([undefined, 'signed']);
    expect(toDistrict.get(elsewhere)).toEqual(['NOT_FOUND', undefined]);
    expect(toCity.get(elsewhere)).toEqual(['NOT_FOUND', 'dispatched']);
  });
});
