/** The header that tells a client that the same request had been made before (幂等); nothing for a new one. */
export const replayed = (isNew: boolean) => (isNew ? {} : { headers: { 'idempotent-replayed': 'true' } });
