type LaterOf<Group> = { readonly [Id in keyof Group]: () => Promise<Group[Id]> };

/** Contracts whose schemas are loaded with the first request that one of `routes` answers. */
export function laterContracts<Group>(
  routes: readonly { readonly operationId: keyof Group }[],
  load: () => Promise<Group>,
): LaterOf<Group> {
  const contracts = routes.map(({ operationId }) => [operationId, async () => (await load())[operationId]]);
  return Object.fromEntries(contracts) as LaterOf<Group>;
}
