/** Something a walk says must hold, with what was seen. */
export interface Fact {
  readonly text: string;
  readonly ok: boolean;
  readonly got: unknown;
  readonly want: unknown;
}
