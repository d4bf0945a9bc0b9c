import { createLocalJWKSet, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { expect, it } from 'vitest';
import { createVerifier } from '../../../infra/local/gateway/verify-token.ts';

const issuer = 'https://login.example.org';
const nowSeconds = Math.floor(Date.now() / 1_000);
const good: JWTPayload = { iss: issuer, aud: 'citywhistle', iat: nowSeconds - 5, exp: nowSeconds + 60 };

const { publicKey, privateKey } = await generateKeyPair('RS256');
const jwk = { ...(await exportJWK(publicKey)), kid: 'one' };
const verify = createVerifier({ issuer, audiences: ['citywhistle'] }, createLocalJWKSet({ keys: [jwk] }));

const sign = (claims: JWTPayload) =>
  new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'one' }).sign(privateKey);

it('accepts a token of the issuer for the audience, the first time and again', async () => {
  const token = await sign(good);

  expect(await verify(token)).toMatchObject({ ok: true, value: { aud: 'citywhistle' } });
  expect(await verify(token)).toMatchObject({ ok: true, value: { aud: 'citywhistle' } });
});

it('takes the client id for the audience where there is none', async () => {
  const { aud: _, ...rest } = good;

  expect(await verify(await sign({ ...rest, client_id: 'citywhistle' }))).toMatchObject({ ok: true });
  expect(await verify(await sign({ ...good, aud: 'other', client_id: 'citywhistle' }))).toMatchObject({
    ok: false,
  });
});

it.each([
  ['another issuer', { ...good, iss: 'https://other.example.org' }],
  ['another audience', { ...good, aud: 'another-service' }],
  ['no audience', { iss: issuer, iat: good.iat, exp: good.exp }],
  ['an expiry in the past', { ...good, exp: nowSeconds - 1 }],
  ['no expiry', { iss: issuer, aud: 'citywhistle', iat: good.iat }],
  ['a start in the future', { ...good, nbf: nowSeconds + 30 }],
  ['an issue in the future', { ...good, iat: nowSeconds + 30 }],
] as [string, JWTPayload][])('refuses a token with %s', async (_, claims) => {
  expect(await verify(await sign(claims))).toMatchObject({ ok: false });
});

it('does not remember a token beyond its expiry', async () => {
  const token = await sign({ ...good, exp: Math.floor(Date.now() / 1_000) + 1 });

  const before = await verify(token);
  await new Promise((resolve) => setTimeout(resolve, 1_100));

  expect(before.ok).toBe(true);
  expect(await verify(token)).toEqual({ ok: false, error: 'the token has expired' });
});
