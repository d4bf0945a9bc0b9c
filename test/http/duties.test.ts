import { expect, it } from 'vitest';
import { cityText } from '../cities/read-city.ts';
import { overlaidCity, says } from '../support/overlaid-city.ts';
import { testRoles } from './support/roles.ts';
import { testService } from './support/test-service.ts';

const city = overlaidCity(
  { duties: { list: says('duties'), appliesTo: says(['triage', 'arbitrate']), outside: says('allowed') } },
  'beijing-2023',
  { duties: JSON.parse(cityText('beijing', 'duties.json')) },
);

it('answers a task pushed down with the duty it goes against, in the reader’s language', async () => {
  const service = testService({ city });
  const submitted = await service.call('submitTicket', {
    role: testRoles.platform,
    body: {
      source: 'bj-12345',
      sourceKey: '1',
      channel: 'phone',
      kind: 'help',
      itemCode: '0101-01',
      description: '水管爆裂',
      place: { unitCode: '110101017' },
    },
  });
  const path = { ticketId: submitted.json.ticketId! };
  await service.call('dispute', { path, role: testRoles.lead, body: { text: '不属本单位' } });

  const refused = await service.call('arbitrate', {
    path,
    role: testRoles.city,
    body: { leadUnit: '110101017' },
    headers: { 'accept-language': 'en' },
  });

  expect(refused.status).toBe(403);
  expect(refused.json).toMatchObject({
    code: 'NOT_IN_REMIT',
    rule: 'duties.list',
    duty: { code: 'C09', zh: '供水保障', en: 'Water supply', leadUnit: '110101-water' },
    detail:
      'The duty list has C09 "Water supply" led by 110101-water; the subdistrict only assists, so the task is not pushed down.',
    errors: [{ field: 'leadUnit' }],
  });
});
