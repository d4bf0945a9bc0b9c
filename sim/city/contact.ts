/** A request as citizens bring it: indexes and numbers only. */
export interface Contact {
  item: number;
  place: number;
  /** `ContactFlag`s. */
  flags: number;
  /** Luck of its citizen, see `Luck`. */
  word: number;
  /** Number that all contacts of one caller, or about one address, share. */
  caller: number;
  address: number;
  /** What makes several people ask, by its number; 0 where nothing does. */
  cause: number;
}

/** What a request is besides its matter. */
export const ContactFlag = { repeatCaller: 1, sameAddress: 2, afterFailure: 4 } as const;
