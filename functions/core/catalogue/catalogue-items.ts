import type { Catalogue, CatalogueItem } from './catalogue-schema.ts';

/** An item with where it stands in the file, for messages. */
export type PlacedItem = { readonly item: CatalogueItem; readonly path: string };

/** Lists a catalogue's items in the order of the file. */
export const catalogueItems = ({ groups }: Catalogue): PlacedItem[] =>
  groups.flatMap((group, g) =>
    group.subgroups.flatMap((subgroup, s) =>
      subgroup.items.map((item, i) => ({ item, path: `groups[${g}].subgroups[${s}].items[${i}]` })),
    ),
  );
