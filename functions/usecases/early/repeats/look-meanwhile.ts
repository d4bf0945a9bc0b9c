/**
 * Starts a look-up that nobody waits for. What it has found when it is asked is taken; one that is slow or fails has found
 * nothing (`undefined`), so that what goes on meanwhile is neither later nor less sure for it.
 */
export function lookMeanwhile<Found>(look: () => Promise<Found>): () => Found | undefined {
  let found: Found | undefined;
  look().then(
    (value) => {
      found = value;
    },
    () => {},
  );
  return () => found;
}
