import { createHmac } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportSPKI, generateKeyPair, importJWK, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examples } from '../../../functions/http/openapi/examples.ts';
import { type Route, routes } from '../../../functions/http/routes.ts';
import { authorize } from '../../../infra/local/gateway/authorize.ts';
import { readGateway } from '../../../infra/local/gateway/routes.ts';
import { createVerifier } from '../../../infra/local/gateway/verify-token.ts';
import { type Issuer, openIssuer } from '../../../infra/local/issuer.ts';
import { createResolver } from '../../../infra/local/resolve-intrinsics.ts';
import { roleNames, roles } from '../../../infra/local/roles.ts';
import { synthesize } from '../../../infra/local/synthesize.ts';
import { readTemplate } from '../../../infra/local/template.ts';
import type { TestRole } from '../support/roles.ts';
import { testService } from '../support/test-service.ts';

const url = 'http://127.0.0.1:8311';
const dataDir = mkdtempSync(join(tmpdir(), 'citywhistle-tokens-'));
const all = Object.values(roles).flatMap(({ scopes }) => scopes);
/** A token for everything: it is refused for what else is wrong with it. */
const everything: JWTPayload = { sub: 'someone', role: 'platform', unit: '110000', scope: all.join(' ') };

let issuer: Issuer;
let ask: (route: Route, token: string | undefined) => Promise<Awaited<ReturnType<typeof authorize>> | 'open'>;
let bad: Readonly<Record<string, string | undefined>>;

beforeAll(async () => {
  issuer = await openIssuer(url, dataDir);
  const template = readTemplate({ outDir: await synthesize(), issuer: url });
  const gateway = readGateway(template, createResolver(template, 'http://127.0.0.1:9324'));
  const verify = createVerifier(gateway.authorizer, issuer.keys);
  ask = async ({ method, path }, token) => {
    const deployed = gateway.routes.find(({ routeKey }) => routeKey === `${method} ${path}`)!;
    const { authorization } = deployed;
    if (authorization === null) return 'open';
    const header = token === undefined ? undefined : `Bearer ${token}`;
    return authorize({ authorization, header, verify });
  };
  bad = await badTokens();
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

/** Tokens that carry every scope and are no tokens of this service, by what is wrong with them. */
async function badTokens(): Promise<typeof bad> {
  const [jwk] = (issuer.documents['/.well-known/jwks.json'] as { keys: [{ kid: string; kty: string }] }).keys;
  const key = JSON.parse(readKey());
  const own = await importJWK(key, 'RS256');
  const { privateKey: strange } = await generateKeyPair('RS256');
  const now = Math.floor(Date.now() / 1_000);
  const good = { iss: url, aud: 'citywhistle', iat: now - 60, exp: now + 600 };
  const sign = (claims: JWTPayload, by: Parameters<SignJWT['sign']>[0] = own) =>
    new SignJWT({ ...everything, ...claims }).setProtectedHeader({ alg: 'RS256', kid: jwk.kid }).sign(by);
  const whole = await sign(good);
  const [head = '', claims = '', signature = ''] = whole.split('.');
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const publicKey = await exportSPKI(
    (await importJWK(jwk, 'RS256', { extractable: true })) as Parameters<typeof exportSPKI>[0],
  );
  const asShared = (secret: string) => {
    const text = `${part({ alg: 'HS256', kid: jwk.kid })}.${part({ ...everything, ...good })}`;
    return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
  };
  return {
    'no token': undefined,
    'an empty token': '',
    'no JWT': 'abc.def.ghi',
    'an expired token': await sign({ ...good, iat: now - 600, exp: now - 5 }),
    'a token not yet valid': await sign({ ...good, nbf: now + 300 }),
    'a token issued in the future': await sign({ ...good, iat: now + 300 }),
    'a token of another issuer': await sign({ ...good, iss: 'https://login.example.org' }),
    'a token for another audience': await sign({ ...good, aud: 'another-service' }),
    'a token without an expiry': await sign({ iss: url, aud: 'citywhistle', iat: now }),
    'a token signed by a strange key': await sign(good, strange),
    'a token without a signature (alg none)': new UnsecuredJWT({ ...everything, ...good }).encode(),
    'a signed token said to be unsigned': `${part({ alg: 'none' })}.${claims}.`,
    'a token signed with the public key as a secret': asShared(publicKey),
    'a token signed with the key set as a secret': asShared(JSON.stringify(jwk)),
    'a token with another claim put in': `${head}.${part({ ...everything, ...good, unit: '110101' })}.${signature}`,
    'a token with its signature cut': `${head}.${claims}.${signature.slice(0, -8)}`,
  };
}

const readKey = () => readFileSync(join(dataDir, 'issuer-key.json'), 'utf8');

describe('at the gateway as it deploys', () => {
  it.each(routes)(
    '$method $path takes no token that is not the issuer’s for this service, now',
    async (route) => {
      for (const [what, token] of Object.entries(bad)) {
        const answer = await ask(route, token);

        if (route.scope === null) expect(answer).toBe('open');
        else expect([what, answer]).toMatchObject([what, { ok: false, error: { status: 401 } }]);
      }
    },
  );

  const cells = routes.flatMap((route) => roleNames.map((role) => ({ route, role })));

  it.each(cells)(
    '$route.method $route.path lets $role in exactly as the table says',
    async ({ route, role }) => {
      const { scope, operationId } = route;
      const mayAsk = scope?.some((one) => (roles[role].scopes as readonly string[]).includes(one));

      const answer = await ask(route, await issuer.sign(role, '110101017'));

      if (scope === null) expect(answer).toBe('open');
      else if (!mayAsk) expect(answer).toMatchObject({ ok: false, error: { status: 403 } });
      else {
        expect(answer).toMatchObject({ ok: true });
        const { claims } = (answer as { value: { claims: TestRole } }).value;
        const { status, json } = await testService().call(operationId, {
          ...examples[operationId],
          role: claims,
        });
        expect(status).toBeLessThan(500);
        expect(['NOT_AUTHENTICATED', 'MISSING_SCOPE']).not.toContain(json.code);
      }
    },
  );

  it('asks for no route less than a token without any scope of the table', async () => {
    const now = Math.floor(Date.now() / 1_000);
    const own = await importJWK(JSON.parse(readKey()), 'RS256');
    const claims = {
      sub: 's',
      iss: url,
      aud: 'citywhistle',
      iat: now,
      exp: now + 60,
      scope: 'openid profile',
    };
    const { kid } = JSON.parse(readKey()) as { kid: string };
    const token = await new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid }).sign(own);

    const letIn = [];
    for (const route of routes) {
      const answer = await ask(route, token);
      if (answer === 'open' || answer.ok) letIn.push(route.operationId);
    }

    expect(letIn).toEqual(routes.filter(({ scope }) => scope === null).map(({ operationId }) => operationId));
  });
});
