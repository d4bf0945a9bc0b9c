/** A page of a listing. `cursor` opens the next one; absent on the last. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly cursor?: string;
}

/** Which page: at most `limit` rows after `cursor`. */
export interface PageRequest {
  readonly limit: number;
  readonly cursor?: string;
}
