import type { RulesRegister } from '../../ports/rules-register.ts';
import { isNew } from './conditions.ts';
import { putItem } from './item-access.ts';
import { fromPublicationItem, publicationPartition, toPublicationItem } from './publication-item.ts';
import { queryPage } from './query-page.ts';
import type { Table } from './table.ts';

/** Publications in the table. */
export const dynamoRulesRegister = (table: Table): RulesRegister => ({
  publish: async (publication) =>
    (await putItem(table, toPublicationItem(publication), isNew)) ? 'published' : 'exists',
  publications: (city, page) =>
    queryPage(
      table,
      { partition: publicationPartition(city), latestFirst: true, fromItem: fromPublicationItem },
      page,
    ),
});
