import { describe, expect, it } from 'vitest';
import { commandTable, commandTypes, derivedCommands } from '../../functions/core/ticket/command-table.ts';
import type { Relation } from '../../functions/core/ticket/relations.ts';
import { type ApiCommand, apiCommands, commandScopes } from '../../functions/http/command-routes.ts';
import { examples } from '../../functions/http/openapi/examples.ts';
import { routes } from '../../functions/http/routes.ts';
import { type Scope, scopes } from '../../functions/http/scopes.ts';
import { testRoleNames, testRoles } from './support/roles.ts';
import { testService } from './support/test-service.ts';

const matrix = routes.flatMap((route) => testRoleNames.map((role) => ({ route, role })));

describe('every route for every role', () => {
  it.each(matrix)('$route.method $route.path asks $role for one of its scopes', async ({ route, role }) => {
    const { scope, operationId } = route;
    const claims = testRoles[role];
    const carried: readonly string[] = claims.scope.split(' ');
    const mayAsk = scope === null || scope.some((one) => carried.includes(one));

    const answer = await testService().call(operationId, { ...examples[operationId], role: claims });

    expect(answer.json.code === 'MISSING_SCOPE').toBe(!mayAsk);
    if (!mayAsk) {
      expect(answer.status).toBe(403);
      expect(answer.json.scopes).toEqual(scope);
    }
    expect(answer.status).not.toBe(401);
    expect(answer.status).toBeLessThan(500);
  });

  it.each(routes.filter(({ scope }) => scope !== null))(
    '$method $path refuses a call without verified claims, whatever the deployment lets through',
    async ({ operationId }) => {
      const answer = await testService().call(operationId, { ...examples[operationId] });

      expect(answer.status).toBe(401);
      expect(answer.headers['www-authenticate']).toBe('Bearer');
    },
  );
});

describe('claims', () => {
  const ask = (claims: Record<string, string>) => testService().call('countTickets', { role: claims });

  it.each([
    { sub: 's', unit: '110101', scp: 'tickets.read' },
    { sub: 's', unit: '110101', scope: '[openid tickets.read]' },
    { sub: 's', unit: '110101', scope: 'tickets.read' },
  ])('carry scopes in the ways issuers write them: %j', async (claims) => {
    expect((await ask(claims)).status).toBe(200);
  });

  it.each([
    { sub: '', scope: 'tickets.read' },
    { scope: 'tickets.read' },
    { sub: 's', unit: 'no such\ncode', scope: 'tickets.read' },
    { sub: 's', unit: 'hotline', scope: 'tickets.read' },
    { sub: 's', unit: 'clock', scope: 'tickets.read' },
    { sub: 's', unit: 'unknown', scope: 'tickets.read' },
  ])('that name nobody, or no possible unit, are refused: %j', async (claims) => {
    expect((await ask(claims)).status).toBe(401);
  });

  it.each(['tickets.rea', 'xtickets.read', 'tickets.read.all', 'TICKETS.READ', ''])(
    'must name the scope exactly: %j',
    async (scope) => {
      expect((await ask({ sub: 's', unit: '110101', scope })).status).toBe(403);
    },
  );
});

describe('the table of routes', () => {
  const scopeOf: Record<Exclude<Relation, 'clock'>, readonly Scope[]> = {
    hotline: ['tickets.submit', 'tickets.triage', 'tickets.callback'],
    lead: ['tickets.handle'],
    helper: ['tickets.handle'],
    summoned: ['tickets.handle'],
    supervisor: ['tickets.supervise'],
    arbiter: ['tickets.supervise'],
    area: ['tickets.handle'],
    blower: ['tickets.handle'],
    local: ['tickets.handle'],
    district: ['tickets.supervise'],
    street: ['tickets.handle'],
  };

  it.each(apiCommands)(
    'lets exactly the relations that may ask %s in by their scopes',
    (command: ApiCommand) => {
      const relations = commandTable[command].by as readonly Exclude<Relation, 'clock'>[];
      const given: readonly Scope[] = commandScopes[command];

      for (const relation of relations) {
        expect(scopeOf[relation].some((scope) => given.includes(scope))).toBe(true);
      }
      for (const scope of given) {
        expect(relations.some((relation) => scopeOf[relation].includes(scope))).toBe(true);
      }
    },
  );

  it('has a route for every command of the core that is not time’s own or a matter’s', () => {
    const derived: readonly string[] = derivedCommands;

    expect(commandTypes.filter((type) => !derived.includes(type)).toSorted()).toEqual(
      [...apiCommands].toSorted(),
    );
  });

  it('names each operation and each method of a path once', () => {
    const keys = routes.map(({ method, path }) => `${method} ${path}`);
    const names = routes.map(({ operationId }) => operationId);

    expect(new Set(keys).size).toBe(routes.length);
    expect(new Set(names).size).toBe(routes.length);
  });

  it('has a user for each scope', () => {
    const used = new Set(routes.flatMap(({ scope }) => scope ?? []));

    expect([...used].toSorted()).toEqual(Object.keys(scopes).toSorted());
  });
});
