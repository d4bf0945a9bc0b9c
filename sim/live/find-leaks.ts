import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where personal data must not be, as text. */
export interface Place {
  readonly name: string;
  readonly texts: readonly string[];
}

/** The files of a folder as places, whole: also what a database has deleted but not yet overwritten. */
export const filesOf = (dir: string): readonly Place[] =>
  readdirSync(dir).map((name) => ({ name: join(dir, name), texts: [readFileSync(join(dir, name), 'utf8')] }));

/** Which of `secrets` stand in which place. The secret itself is not repeated. */
export function findLeaks(places: readonly Place[], secrets: readonly string[]): readonly string[] {
  return places.flatMap(({ name, texts }) => {
    const found = secrets.filter((secret) =>
      texts.some((text) => text.includes(secret) || text.includes(encodeURIComponent(secret))),
    ).length;
    return found === 0 ? [] : [`${found} in ${name}`];
  });
}
