import { earlyRoute as route } from './early-route.ts';

const read = ['early.read'] as const;

const undertaking = '/undertakings/{undertakingId}';

/** The routes of undertakings of any kind. */
export const undertakingRoutes = [
  route('GET', '/undertakings', read, 'listUndertakings'),
  route('GET', undertaking, read, 'readUndertaking'),
  route('GET', `${undertaking}/notes`, read, 'listUndertakingNotes'),
] as const;
