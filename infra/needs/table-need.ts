import type { tableShape } from '../../functions/adapters/dynamodb/table-shape.ts';

/** What a function asks of the table: an action on the table itself, or a query of one index. */
export type TableNeed =
  | 'GetItem'
  | 'PutItem'
  | 'UpdateItem'
  | 'DeleteItem'
  | 'Query'
  | `Query ${keyof typeof tableShape.indexes}`;
