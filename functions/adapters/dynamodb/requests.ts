import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { TicketStore } from '../../ports/ticket-store.ts';
import { held, isNew, isThere } from './conditions.ts';
import { getItem, putItem } from './item-access.ts';
import { requestKey } from './keys.ts';
import { fromRequestItem, toRequestItem } from './request-item.ts';
import type { Table } from './table.ts';

/** The part of the store that keeps what citizens said. */
export function requests(table: Table): Pick<TicketStore, 'putRequest' | 'loadRequest' | 'eraseRequest'> {
  const load = async (ticketId: string) => {
    const item = await getItem(table, requestKey(ticketId));
    return item && fromRequestItem(item);
  };
  return {
    loadRequest: load,
    async putRequest(request) {
      if (await putItem(table, toRequestItem(request), isNew)) return { stored: request, isNew: true };
      const stored = await load(request.ticketId);
      if (stored === undefined)
        throw new Error(`the request of ${request.ticketId} expired while it was put again`);
      return { stored, isNew: false };
    },
    eraseRequest: (ticketId, at) =>
      held(
        table.documents.send(
          new UpdateCommand({
            TableName: table.name,
            Key: requestKey(ticketId),
            UpdateExpression: 'SET #erasedAt = if_not_exists(#erasedAt, :at) REMOVE #body',
            ...isThere,
            ExpressionAttributeNames: { '#erasedAt': 'erasedAt', '#body': 'body' },
            ExpressionAttributeValues: { ':at': at },
          }),
        ),
      ),
  };
}
