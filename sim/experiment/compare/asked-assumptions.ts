import { err, ok, type Result } from '../../../functions/core/result.ts';
import { movableKeys, type Sides } from './move-assumptions.ts';

/**
 * The paths of the assumed numbers that `--assumptions` asks to move: `none`, all of the `pack`, all of the `scenario`,
 * `all` of both, or a path (with or without `pack.` and `scenario.`) and everything below it.
 */
export function askedAssumptions(sides: Sides, asked: string): Result<readonly string[], string> {
  if (asked === 'none') return ok([]);
  const known = { pack: movableKeys(sides, 'pack'), scenario: movableKeys(sides, 'scenario') };
  const all = [...known.pack, ...known.scenario];
  if (asked === 'all') return ok(all);
  if (asked === 'pack' || asked === 'scenario') return ok(known[asked]);
  const named = all.filter((key) =>
    [key, key.replace(/^(pack|scenario)\./, '')].some(
      (path) => path === asked || path.startsWith(`${asked}.`),
    ),
  );
  if (named.length > 0) return ok(named);
  return err(
    `--assumptions ${asked}: none of all, none, pack and scenario, nor an assumed number; known: ${all.join(', ')}`,
  );
}
