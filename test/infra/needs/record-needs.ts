import { AsyncLocalStorage } from 'node:async_hooks';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** What each method of the stores it watches has asked of the table, by `method`. */
export function recordNeeds(documents: DynamoDBDocumentClient) {
  const inside = new AsyncLocalStorage<string>();
  const asked = new Map<string, Set<string>>();
  documents.middlewareStack.add(
    (next, context) => (call) => {
      const method = inside.getStore();
      const command = (context.commandName ?? '').replace('Command', '');
      const { IndexName: index } = call.input as { IndexName?: string };
      if (method !== undefined) {
        const needs = asked.get(method) ?? new Set();
        needs.add(
          `${command.replace(/^(Get|Put|Update|Delete)$/, '$1Item')}${index === undefined ? '' : ` ${index}`}`,
        );
        asked.set(method, needs);
      }
      return next(call);
    },
    { step: 'initialize', name: 'recordNeeds' },
  );
  /** The same store; what it asks is put down to the method that was called on it. */
  const watch = <Store extends object>(store: Store): Store =>
    new Proxy(store, {
      get: (target, name, receiver) => {
        const method: unknown = Reflect.get(target, name, receiver);
        if (typeof method !== 'function') return method;
        return (...given: unknown[]) => inside.run(String(name), () => method.apply(target, given));
      },
    });
  return { asked, watch };
}
