import { expect, it } from 'vitest';
import { finding, submitFinding } from '../../../../functions/usecases/submit-finding.ts';
import { submitTicket } from '../../../../functions/usecases/submit-ticket.ts';
import { hotline, pipe, staffOf } from '../../town.ts';
import { StreetTown, township } from '../patrols/street-town.ts';

it('offers a unit only what it may read as a repeat of its finding', async () => {
  const town = new StreetTown();
  const place = { unitCode: 'daanshan', address: '大安山乡村口1号', lat: 39.9, lng: 115.8 };
  const [itemCode] = town.deps.city.rules.items.codes;
  const asked = pipe({ sourceKey: 'citizen-1', itemCode, place });
  await submitTicket(town.deps, asked, hotline);
  const body = finding.parse({
    sourceKey: 'f-1',
    channel: 'patrol',
    kind: 'patrol',
    description: '井盖破损',
    itemCode,
    place,
  });

  const toBureau = await submitFinding(town.deps, body, staffOf('fangshan-urban'));
  const toTownship = await submitFinding(town.deps, body, township);

  expect(toBureau.ok && toBureau.value.repeats).toEqual([]);
  expect(toTownship.ok && toTownship.value.repeats).toHaveLength(2);
});
