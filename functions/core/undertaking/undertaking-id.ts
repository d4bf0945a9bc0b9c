import { type UndertakingKindName, undertakingKindNames } from './undertaking.ts';

/** Ids of undertakings tell what they are, so that a wake message or an index row need not say it. */
export const undertakingIdPattern = new RegExp(`^(${undertakingKindNames.join('|')})_[0-9a-f]{32}$`);

/** What ids of one kind look like. */
export const idPatternOf = (kind: UndertakingKindName): RegExp => new RegExp(`^${kind}_[0-9a-f]{32}$`);

/** The id of an undertaking: its kind and the digest (lower-case hex) of what it is about. */
export const undertakingId = (kind: UndertakingKindName, digest: string): string =>
  `${kind}_${digest.slice(0, 32)}`;

/** The kind an id tells of; undefined for the id of a ticket. */
export const kindOfId = (id: string): UndertakingKindName | undefined =>
  undertakingIdPattern.test(id) ? (id.slice(0, id.indexOf('_')) as UndertakingKindName) : undefined;
