import { BlockList, isIP } from 'node:net';

/** What a webhook may reach, by the scheme of its URL. */
export type Reach = {
  readonly protocol: 'https:' | 'http:';
  /** Whether loopback (over http or https) and private addresses (over https) are allowed: local hosts and tests. */
  readonly allowLocal: boolean;
};

/**
 * Why an address may not be called, `undefined` if it may. Whoever registers a webhook chooses where we send; without
 * this they could reach the metadata service, the database or a neighbour inside our network (SSRF).
 */
export function addressFault(address: string, reach: Reach): string | undefined {
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
  if (loopback.check(address, family)) {
    return reach.allowLocal ? undefined : `${address} is a loopback address`;
  }
  if (reach.protocol === 'http:') return 'http is allowed to a loopback address only: use https';
  if (reach.allowLocal || !notPublic[family].check(address, family)) return undefined;
  return `${address} is not a public address`;
}

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/**
 * IANA's special-purpose addresses (RFC 6890) and multicast. Of IPv6 only 2000::/3 is public, without documentation and
 * the tunnels that carry an IPv4 address inside. A list a family: an IPv4 address also matches the IPv6 rules for its
 * mapped form.
 */
const notPublic = { ipv4: new BlockList(), ipv6: new BlockList() };
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  notPublic.ipv4.addSubnet(network, prefix, 'ipv4');
}
for (const [network, prefix] of [
  ['::', 3],
  ['4000::', 2],
  ['8000::', 1],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  notPublic.ipv6.addSubnet(network, prefix, 'ipv6');
}
