import type { UndertakingOut } from '../../../../functions/core/undertaking/undertaking.ts';

/** A line of history as a decision wrote it; `unit` is absent where it named none. */
interface Line {
  readonly at: number;
  readonly event: string;
  readonly by: string;
  readonly rule: string;
  readonly unit?: string;
}

/** Keeps what decisions write and whom they tell. */
export function heard() {
  const lines: Line[] = [];
  const told: { readonly at: number; readonly to: string; readonly event: string }[] = [];
  const out: UndertakingOut = {
    entry: (at, event, by, rule, unit) =>
      void lines.push({ at, event, by, rule, ...(unit === undefined ? {} : { unit }) }),
    notice: (at, to, event) => void told.push({ at, to, event }),
  };
  return { lines, told, out };
}
