/** A summary in sentences: what was simulated, what came out, what it means, what is assumed. */
export interface Words {
  readonly cards: readonly { readonly title: string; readonly value: string; readonly note: string }[];
  readonly ran: readonly string[];
  readonly came: readonly string[];
  readonly means: readonly string[];
  readonly assumed: readonly string[];
}
