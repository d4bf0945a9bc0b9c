import { exportJWK, generateKeyPair, importJWK, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalHost } from '../../../infra/local/local-host.ts';
import { roleNames, roles } from '../../../infra/local/roles.ts';
import { startFixtureHost } from '../fixtures/fixture-host.ts';
import { fixtureRoutes } from '../fixtures/routes.ts';

let host: LocalHost;
beforeAll(async () => {
  host = await startFixtureHost();
});
afterAll(() => host.stop());

const get = (authorization?: string) =>
  fetch(`${host.url}/items/none`, authorization === undefined ? {} : { headers: { authorization } });

const payload = { scope: 'tickets.read', sub: 'someone' };

describe('a token the gateway does not accept', () => {
  it.each([
    ['none', undefined],
    ['an empty one', 'Bearer '],
    ['no JWT', 'Bearer abc'],
    ['another scheme', 'Basic dXNlcjpwYXNz'],
  ])('%s is answered with the gateway’s own 401', async (_, authorization) => {
    const response = await get(authorization);

    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ message: 'Unauthorized' });
    expect(response.headers.get('www-authenticate')).toMatch(/^Bearer/);
  });

  it('is one without a signature (alg none)', async () => {
    const token = new UnsecuredJWT(payload)
      .setIssuer(host.url)
      .setAudience('citywhistle')
      .setIssuedAt()
      .setExpirationTime('1h')
      .encode();

    expect((await get(`Bearer ${token}`)).status).toBe(401);
  });

  it('is one signed with the public key as a shared secret', async () => {
    const { keys } = (await (await fetch(`${host.url}/.well-known/jwks.json`)).json()) as {
      keys: [{ kid: string }];
    };
    const token = await new SignJWT(payload)
      .setProtectedHeader({ alg: 'HS256', kid: keys[0].kid })
      .setIssuer(host.url)
      .setAudience('citywhistle')
      .setIssuedAt()
      .setExpirationTime('1h')
      .sign(new TextEncoder().encode(JSON.stringify(keys[0]).padEnd(64)));

    expect((await get(`Bearer ${token}`)).status).toBe(401);
  });

  it('is one of another issuer’s key, even with the right names in it', async () => {
    const { keys } = (await (await fetch(`${host.url}/.well-known/jwks.json`)).json()) as {
      keys: [{ kid: string }];
    };
    const { privateKey } = await generateKeyPair('RS256', { extractable: true });
    const foreign = await importJWK(await exportJWK(privateKey), 'RS256');
    const token = await new SignJWT(payload)
      .setProtectedHeader({ alg: 'RS256', kid: keys[0].kid })
      .setIssuer(host.url)
      .setAudience('citywhistle')
      .setIssuedAt()
      .setExpirationTime('1h')
      .sign(foreign);

    expect((await get(`Bearer ${token}`)).status).toBe(401);
  });

  it('is a good one whose last character was changed', async () => {
    const token = await host.mint('platform');
    const [head, claims, signature = ''] = token.split('.');
    const changed = `${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`;

    expect((await get(`Bearer ${token}`)).status).toBe(404);
    expect((await get(`Bearer ${head}.${claims}.${changed}`)).status).toBe(401);
  });
});

describe('every route for every role', () => {
  const cases = fixtureRoutes.flatMap((route) => roleNames.map((role) => ({ route, role })));

  it.each(cases)('$route.method $route.path as $role', async ({ route, role }) => {
    const mayPass =
      route.scope === null ||
      route.scope.some((scope) => (roles[role].scopes as readonly string[]).includes(scope));
    const path = route.path.replace('{itemId}', 'none').replace('{command}', 'plain');

    const response = await fetch(`${host.url}${path}`, {
      method: route.method,
      headers: { authorization: `Bearer ${await host.mint(role)}`, 'content-type': 'application/json' },
      ...(route.method === 'GET' ? {} : { body: '{"id":"x"}' }),
    });

    if (mayPass) expect([200, 201, 404]).toContain(response.status);
    else {
      expect(response.status).toBe(403);
      expect(await response.json()).toEqual({ message: 'Forbidden' });
      expect(response.headers.get('www-authenticate')).toContain('insufficient_scope');
    }
  });
});
