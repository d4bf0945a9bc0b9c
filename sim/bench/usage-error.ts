const name = 'UsageError';

/** What was asked cannot be run as asked; the message says what would be accepted. */
export class UsageError extends Error {
  override readonly name = name;
}

/** Whether it is one: by its name, since a benchmark that runs in a scope of its own throws a class of its own. */
export const isUsageError = (cause: unknown): cause is Error => cause instanceof Error && cause.name === name;
