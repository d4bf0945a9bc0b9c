import * as z from 'zod';
import type { StoredRequest } from '../../ports/stored.ts';
import { requestKey } from './keys.ts';
import { parseItem } from './parse-item.ts';
import type { Item } from './table.ts';
import { tableShape } from './table-shape.ts';
import { toEpochSeconds } from './to-epoch-seconds.ts';
import { wholeText } from './whole-text.ts';

const storedRequest = z.object({
  ticketId: z.string(),
  source: z.string(),
  sourceKey: z.string(),
  digest: z.string(),
  receivedAt: z.int(),
  rulesHash: z.string(),
  body: z.string().exactOptional(),
  erasedAt: z.int().exactOptional(),
  expiresAt: z.int(),
}) satisfies z.ZodType<StoredRequest>;

/** A request as its item: the only one with personal data, and the only one the server drops by itself. */
export const toRequestItem = (request: StoredRequest) => ({
  ...requestKey(request.ticketId),
  ...request,
  ...(request.body !== undefined && { body: wholeText(request.body) }),
  [tableShape.ttlAttribute]: toEpochSeconds(request.expiresAt),
});

export const fromRequestItem = (item: Item): StoredRequest => parseItem(storedRequest, item);
