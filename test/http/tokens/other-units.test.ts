import { describe, expect, it } from 'vitest';
import { commandTable } from '../../../functions/core/ticket/command-table.ts';
import type { Relation } from '../../../functions/core/ticket/relations.ts';
import { type ApiCommand, apiCommands, commandScopes } from '../../../functions/http/command-routes.ts';
import { examples } from '../../../functions/http/openapi/examples.ts';
import { sampleSubmission } from '../../../functions/http/openapi/sample-ticket.ts';
import { routes } from '../../../functions/http/routes.ts';
import { scopes } from '../../../functions/http/scopes.ts';
import { testRoles } from '../support/roles.ts';
import { testService } from '../support/test-service.ts';

const every = Object.keys(scopes).join(' ');
const staff = (unit: string) => ({ sub: `staff-of-${unit}`, role: 'unit', unit, scope: every });

/** A ticket at 110101017 that 自来水集团 (ent-water) leads, and how each of these stands to it by the city's directory. */
const people: Readonly<
  Record<string, { readonly role: Record<string, string>; readonly stands: readonly Relation[] }>
> = {
  'the lead': { role: staff('ent-water'), stands: ['lead'] },
  'the subdistrict of the place': { role: staff('110101017'), stands: ['area', 'street', 'helper'] },
  'the city': { role: staff('110000'), stands: ['supervisor', 'arbiter'] },
  'the hotline': { role: { ...testRoles.platform, scope: every }, stands: ['hotline'] },
  'another subdistrict': { role: staff('110101001'), stands: [] },
  'a subdistrict of another district': { role: staff('110102010'), stands: [] },
  'another district': { role: staff('110102'), stands: [] },
  'an operator who speaks for nobody': { role: { ...testRoles.operator, scope: every }, stands: [] },
  'a unit nobody knows': { role: staff('nowhere'), stands: [] },
};

async function ticketOf(service: ReturnType<typeof testService>): Promise<string> {
  const { json } = await service.call('submitTicket', {
    role: testRoles.platform,
    body: { ...sampleSubmission, itemCode: '0101-01' },
  });
  expect(json.leadUnit).toBe('ent-water');
  return String(json.ticketId);
}

const cells = apiCommands.flatMap((command) => Object.keys(people).map((who) => ({ command, who })));

describe('a token with every scope', () => {
  it.each(cells)(
    'lets $who ask $command only as far as the table of commands does',
    async ({ command, who }) => {
      const service = testService();
      const ticketId = await ticketOf(service);
      const { role, stands } = people[who]!;
      const before = await service.tickets.store.load(ticketId);
      const relations: readonly Relation[] = commandTable[command as ApiCommand].by;

      const { body } = examples[command as ApiCommand];
      const answer = await service.call(command as ApiCommand, { path: { ticketId }, body, role });

      const mayAsk = relations.some((relation) => stands.includes(relation));
      const { code } = answer.json;
      if (mayAsk) expect(answer.status === 403).toBe(code === 'NOT_IN_REMIT');
      else
        expect([answer.status, code]).toEqual(stands.length === 0 ? [404, 'NOT_FOUND'] : [403, 'FORBIDDEN']);
      if (mayAsk) expect(code).not.toBe('NOT_FOUND');
      else expect(await service.tickets.store.load(ticketId)).toEqual(before);
    },
  );

  const reads = ['readTicket', 'listNotes'] as const;
  const strangers = Object.keys(people).filter((who) => people[who]!.stands.length === 0);

  it.each(reads.flatMap((read) => strangers.map((who) => ({ read, who }))))(
    'shows $who nothing of another unit’s ticket ($read)',
    async ({ read, who }) => {
      const service = testService();
      const ticketId = await ticketOf(service);

      const answer = await service.call(read, { path: { ticketId }, role: people[who]!.role });

      expect([answer.status, answer.json.code]).toEqual([404, 'NOT_FOUND']);
      expect(answer.text).not.toContain(sampleSubmission.description);
    },
  );

  it('is needed for every command, whoever asks', () => {
    const open = routes.filter(({ operationId, scope }) => operationId in commandScopes && scope === null);

    expect(open).toEqual([]);
  });
});
