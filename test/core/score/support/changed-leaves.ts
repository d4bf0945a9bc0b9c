import { says } from './score-rules.ts';

const words: Readonly<Record<string, unknown>> = {
  ...{ excluded: 'asNo', counted: 'excluded', unranked: 'fullMarks', late: 'notCounted', shared: 'unranked' },
  ...{ raters: 'ratings', linear: { shape: 'steps', knots: [{ rate: 0.5, earns: 0.1 }] } },
};

/**
 * Overlays on a section of a pack, each of which gives one leaf another value, or two shares one another's. A value that
 * the pack would refuse is among them.
 */
export function* changedLeaves(section: object, path: readonly string[] = []): Generator<object> {
  const at = (inner: object) => path.reduceRight<object>((within, name) => ({ [name]: within }), inner);
  for (const [key, value] of Object.entries(section)) {
    if (typeof value !== 'object' || value === null) continue;
    if (!('value' in value)) yield* changedLeaves(value, [...path, key]);
    else for (const changed of otherValues(value.value)) yield at({ [key]: says(changed) });
  }
  const shares = Object.entries(section).filter(([, value]) => value?.share !== undefined);
  const [first, second] = shares;
  if (first === undefined || second === undefined) return;
  yield at({ [first[0]]: { share: second[1].share }, [second[0]]: { share: first[1].share } });
}

function otherValues(value: unknown): readonly unknown[] {
  if (typeof value === 'number') return [value / 2, value + 1];
  if (typeof value === 'boolean') return [!value];
  if (Array.isArray(value)) return [value.slice(1), ['department']];
  return [words[String(value)]].filter((word) => word !== undefined);
}
