import { parseArgs } from 'node:util';
import { err, ok, type Result } from '../../functions/core/result.ts';

/** A whole number a command takes as `--name N`. */
export interface NumberOption {
  readonly shows: string;
  readonly fallback: number;
  readonly min: number;
  readonly max: number;
}

type Numbers<Name extends string> = Readonly<Record<Name, number>>;

/**
 * Reads a command line of whole numbers.
 *
 * @returns the numbers; `'help'` when help was asked for; else one line that names the option at fault and what it takes
 */
export function readOptions<Name extends string>(
  options: Readonly<Record<Name, NumberOption>>,
  line: readonly string[],
): Result<Numbers<Name> | 'help', string> {
  const names = Object.keys(options) as Name[];
  const spec = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  try {
    const { values } = parseArgs({ args: [...line], options: { ...spec, help: { type: 'boolean' } } });
    if (values.help === true) return ok('help');
    const numbers = {} as Record<Name, number>;
    for (const name of names) {
      const { fallback, min, max } = options[name];
      const text = (values as Readonly<Record<string, unknown>>)[name] ?? String(fallback);
      const value = /^\d{1,9}$/.test(String(text)) ? Number(text) : Number.NaN;
      if (!(value >= min && value <= max)) {
        return err(`--${name} takes a whole number from ${min} to ${max}, not "${text}"`);
      }
      numbers[name] = value;
    }
    return ok(numbers);
  } catch (cause) {
    return err((cause instanceof Error ? cause.message : String(cause)).split('. To specify')[0] ?? '');
  }
}

/** The help of a command: what it does, then an option a line with its default. */
export function usage(title: string, options: Readonly<Record<string, NumberOption>>): string {
  const lines = Object.entries(options).map(
    ([name, { shows, fallback }]) => `  --${`${name} N`.padEnd(12)} ${shows} (${fallback})`,
  );
  return [title, '', ...lines, ''].join('\n');
}
