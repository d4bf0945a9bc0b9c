import { randomId } from '../../functions/adapters/system.ts';
import type { Ask } from '../smoke/api-client.ts';

/** Posts requests as the hotline does. */
export interface Poster {
  readonly ask: Ask;
  readonly platformToken: string;
  readonly request: Readonly<Record<string, unknown>>;
}

/** Posts a request with a key of its own; gives its ticket and the hash of the rules it was opened under. */
export async function postTicket(
  { ask, platformToken: token, request }: Poster,
  name: string,
): Promise<{ readonly id: string; readonly hash: string }> {
  const body = { ...request, sourceKey: `${name}-${randomId()}` };
  const { status, body: ticket } = await ask('POST', '/tickets', { token, body });
  if (status !== 201) throw new Error(`POST /tickets: ${status} ${JSON.stringify(ticket)}`);
  return { id: String(ticket.ticketId), hash: (ticket.policy as { rulesHash: string }).rulesHash };
}
