import { promises as dns, type LookupAddress } from 'node:dns';
import { describe, expect, it } from 'vitest';
import { addressFault } from '../../../functions/adapters/webhook/address-guard.ts';
import { AddressRefusedError, guardedLookup } from '../../../functions/adapters/webhook/guarded-lookup.ts';
import { parseWebhookUrl } from '../../../functions/adapters/webhook/webhook-url.ts';

const publicOnly = { protocol: 'https:', allowLocal: false } as const;

describe('addressFault', () => {
  it.each(['8.8.8.8', '114.114.114.114', '172.32.0.1', '2400:3200::1', '2001:4860:4860::8888'])(
    'allows the public address %s',
    (address) => {
      expect(addressFault(address, publicOnly)).toBeUndefined();
    },
  );

  it.each([
    '127.0.0.1',
    '127.8.8.8',
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '169.254.169.254',
    '172.16.0.1',
    '192.168.1.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:a9fe:a9fe',
    '::ffff:8.8.8.8',
    '64:ff9b::a9fe:a9fe',
    '2002:7f00:1::',
    'fc00::1',
    'fd00:ec2::254',
    'fe80::1',
    'ff02::1',
  ])('refuses %s', (address) => {
    expect(addressFault(address, publicOnly)).toMatch(/not a public address|loopback/);
  });

  it.each([
    ['http:', '127.0.0.1', true],
    ['http:', '::1', true],
    ['https:', '127.0.0.1', true],
    ['https:', '10.1.2.3', true],
    ['http:', '10.1.2.3', false],
    ['http:', '8.8.8.8', false],
  ] as const)('with local addresses allowed, %s to %s: %s', (protocol, address, isAllowed) => {
    expect(addressFault(address, { protocol, allowLocal: true }) === undefined).toBe(isAllowed);
  });
});

describe('parseWebhookUrl', () => {
  it('accepts an https URL with a host name', () => {
    expect(parseWebhookUrl('https://hotline.example/hooks', false)).toMatchObject({ ok: true });
  });

  it.each([
    ['http://hotline.example/', /use https/],
    ['ftp://hotline.example/', /ftp: is not https/],
    ['/hooks', /not an absolute URL/],
    ['https://user:secret@hotline.example/', /user name or password/],
    ['https://127.0.0.1/', /loopback/],
    ['https://2130706433/', /loopback/],
    ['https://0x7f.1/', /loopback/],
    ['https://[::1]/', /loopback/],
    ['https://[::ffff:169.254.169.254]/', /not a public address/],
    ['https://169.254.169.254/latest/meta-data', /not a public address/],
    [`https://hotline.example/${'a'.repeat(2_048)}`, /longer than 2048/],
  ])('refuses %s', (url, reason) => {
    expect(parseWebhookUrl(url, false)).toMatchObject({
      ok: false,
      error: { code: 'URL_REFUSED', retryable: false, reason: expect.stringMatching(reason) },
    });
  });
});

describe('guardedLookup', () => {
  const look = (addresses: LookupAddress[], all: boolean) =>
    new Promise((resolve) => {
      const lookup = guardedLookup(publicOnly, (_hostname, _options, callback) => callback(null, addresses));
      lookup('hotline.example', { all }, (error, address) => resolve(error ?? address));
    });
  const safe = { address: '8.8.8.8', family: 4 };
  const inside = { address: '10.0.0.1', family: 4 };

  it('hands on the very addresses it has judged', async () => {
    expect(await look([safe], true)).toEqual([safe]);
    expect(await look([safe], false)).toBe('8.8.8.8');
  });

  it('refuses a name as soon as one of its addresses is inside', async () => {
    expect(await look([safe, inside], true)).toBeInstanceOf(AddressRefusedError);
    expect(await look([inside], false)).toBeInstanceOf(AddressRefusedError);
  });

  it('refuses what the real resolver finds for localhost', async () => {
    expect(await dns.lookup('localhost')).toBeDefined();

    const error = await new Promise((resolve) =>
      guardedLookup(publicOnly)('localhost', { all: true }, resolve),
    );

    expect(error).toBeInstanceOf(AddressRefusedError);
  });
});
