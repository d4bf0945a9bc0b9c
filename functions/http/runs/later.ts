import type { Input } from '../run.ts';

type AnyRuns = Readonly<Record<string, (input: never) => unknown>>;

/**
 * Runs whose code is loaded with the first request that one of `routes` answers. What does not begin with a function need
 * not be loaded when it starts.
 */
export function later<Group>(
  routes: readonly { readonly operationId: keyof Group }[],
  load: () => Promise<Group>,
): Group {
  let loading: Promise<Group> | undefined;
  const runs = routes.map(({ operationId }) => [
    operationId,
    async (input: Input) => {
      loading ??= load();
      const group = (await loading) as AnyRuns;
      return group[String(operationId)]?.(input as never);
    },
  ]);
  return Object.fromEntries(runs) as Group;
}
