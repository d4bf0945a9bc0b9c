import { subscribable } from '../../../functions/core/webhooks/registration.ts';
import type { World } from './world.ts';

/** No receiver of a world checks a signature. */
const secret = `whsec_${'A'.repeat(43)}=`;

/** The platform, the township with two receivers, and a department: each wants all it can have. */
const owners = [
  ['platform', 'hotline'],
  ['street-desk', 'daanshan'],
  ['street-phone', 'daanshan'],
  ['police', 'fangshan-police'],
] as const;

/** Registers those who are told of events, before anything happens. */
export async function registerReceivers({ book: { webhooks } }: World): Promise<void> {
  for (const [id, owner] of owners) {
    const url = `https://${id}.example/events`;
    await webhooks.put({ id, owner, url, kinds: [...subscribable], secret, rev: 1 });
  }
}
