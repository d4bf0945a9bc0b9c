import { type LookupAddress, lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { addressFault, type Reach } from './address-guard.ts';

/** A host name led to an address that may not be called. */
export class AddressRefusedError extends Error {
  override readonly name = 'AddressRefusedError';
}

type ResolveAll = (
  hostname: string,
  options: { all: true; family?: number | 'IPv4' | 'IPv6'; hints?: number },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * A `lookup` for `node:http` that refuses a name as soon as one of its addresses may not be called. The socket connects
 * to the very addresses that were judged, so a name that changes its answer between check and use gains nothing.
 */
export const guardedLookup =
  (reach: Reach, resolveAll: ResolveAll = lookup): LookupFunction =>
  (hostname, options, callback) => {
    const { family, hints, all } = options;
    const question = { all: true, ...(family && { family }), ...(hints && { hints }) } as const;
    resolveAll(hostname, question, (error, addresses) => {
      if (error) return callback(error, '', 0);
      const fault = addresses.map(({ address }) => addressFault(address, reach)).find((f) => f !== undefined);
      if (fault !== undefined) return callback(new AddressRefusedError(`${hostname}: ${fault}`), '', 0);
      if (all) return callback(null, addresses);
      const [first] = addresses;
      callback(null, first?.address ?? '', first?.family ?? 0);
    });
  };
