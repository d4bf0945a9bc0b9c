import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  calculateJwkThumbprint,
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
  type JWTVerifyGetKey,
  SignJWT,
} from 'jose';
import { type Role, roles } from './roles.ts';

const algorithm = 'RS256';
const lifeSeconds = 24 * 60 * 60;

/** The audience of every token, as in `cdk.json`. */
const audience = 'citywhistle';

/** An OpenID Connect issuer for the laptop: it gives a token to whoever asks. */
export interface Issuer {
  readonly url: string;
  readonly keys: JWTVerifyGetKey;
  /** A token for a role, valid for a day, speaking for `unit` if there is one. */
  sign(role: Role, unit: string | undefined): Promise<string>;
  /** The documents under `/.well-known/`, by path. */
  readonly documents: Readonly<Record<string, unknown>>;
}

/** Opens the issuer at `url`; its key is kept in `dataDir`, so that tokens outlive a restart. */
export async function openIssuer(url: string, dataDir: string): Promise<Issuer> {
  const jwk = await loadKey(join(dataDir, 'issuer-key.json'));
  const privateKey = await importJWK(jwk, algorithm);
  const { kty, n, e, kid } = jwk;
  const jwks = { keys: [{ kty, n, e, kid, alg: algorithm, use: 'sig' } as JWK] };
  return {
    url,
    keys: createLocalJWKSet(jwks),
    sign: (role, unit) =>
      new SignJWT({
        scope: roles[role].scopes.join(' '),
        role,
        ...(unit === undefined ? {} : { unit }),
      })
        .setProtectedHeader({ alg: algorithm, kid: jwk.kid ?? '', typ: 'JWT' })
        .setSubject(unit === undefined ? role : `${role}:${unit}`)
        .setIssuer(url)
        .setAudience(audience)
        .setIssuedAt()
        .setExpirationTime(`${lifeSeconds}s`)
        .sign(privateKey),
    documents: {
      '/.well-known/openid-configuration': {
        issuer: url,
        jwks_uri: `${url}/.well-known/jwks.json`,
        token_endpoint: `${url}/local/token`,
        response_types_supported: ['token'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: [algorithm],
      },
      '/.well-known/jwks.json': jwks,
    },
  };
}

async function loadKey(path: string): Promise<JWK> {
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as JWK;
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
  const jwk = await exportJWK(privateKey);
  jwk.kid = await calculateJwkThumbprint(jwk);
  // A kill in the middle of the write must not leave half a key behind.
  writeFileSync(`${path}.new`, JSON.stringify(jwk), { mode: 0o600 });
  renameSync(`${path}.new`, path);
  return jwk;
}
