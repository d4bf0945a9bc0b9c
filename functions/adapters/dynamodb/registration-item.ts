import * as z from 'zod';
import { type Registration, registrationSchema } from '../../core/webhooks/registration.ts';
import { keyPart } from './key-part.ts';
import { webhookKey } from './keys.ts';
import { parseItem } from './parse-item.ts';
import type { Item } from './table.ts';

/** Partition of the registry index. */
export const webhookRegistry = 'WEBHOOKS';

/** Keys of an owner's registrations begin with this in the registry. */
export const ownerPrefix = (owner: string) => `${keyPart(owner)}#`;

const stored = z.object({ rev: z.int(), registration: registrationSchema });

/** A registration as its item. The secrets are in no index. */
export const toRegistrationItem = ({ rev, ...registration }: Registration & { readonly rev: number }) => ({
  ...webhookKey(registration.id),
  rev,
  registration,
  registry: webhookRegistry,
  registryKey: `${ownerPrefix(registration.owner)}${registration.id}`,
});

export function fromRegistrationItem(item: Item): Registration & { readonly rev: number } {
  const { rev, registration } = parseItem(stored, item);
  return { ...registration, rev };
}
