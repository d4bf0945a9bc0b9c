/** What was asked cannot be run as asked; the message says what would be accepted. */
export class UsageError extends Error {}
