import { parseArgs } from 'node:util';
import * as z from 'zod';
import { err, ok, type Result } from '../../../functions/core/result.ts';

type Shape = Readonly<Record<string, z.ZodType>>;

/** What a command takes: names in order, then options; an option whose schema is `flag` takes no value. */
export interface OptionSpec<Options extends Shape> {
  readonly positionals: { readonly names: string; readonly min: number; readonly max: number };
  readonly options: Options;
}

/** An option that is there or not. */
export const flag = z.boolean().default(false);

/** The error of a call that asks how to call (`--help`, `-h`), whatever else it says. */
export const helpAsked = '--help';

/** A whole number in a range, as text. */
export const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,15}$/, `expected a whole number from ${min} to ${max}`)
    .transform(Number)
    .refine((value) => value >= min && value <= max, `expected a whole number from ${min} to ${max}`);

/**
 * Reads a command line. The error is one line that names the option, what was given and what would be accepted; no
 * option of another command is let through.
 */
export function readOptions<Options extends Shape>(
  args: readonly string[],
  spec: OptionSpec<Options>,
): Result<{ names: readonly string[]; options: z.output<z.ZodObject<Options>> }, string> {
  if (args.includes('--help') || args.includes('-h')) return err(helpAsked);
  const given = parse(args, spec.options);
  if (!given.ok) return given;
  const { values, positionals } = given.value;
  const { names, min, max } = spec.positionals;
  if (positionals.length < min || positionals.length > max) {
    return err(
      max === 0 ? `takes no ${positionals[0]}` : `expected ${names}, not "${positionals.join(' ')}"`,
    );
  }
  const parsed = z.object(spec.options).safeParse(values);
  if (parsed.success) return ok({ names: positionals, options: parsed.data });
  const { path, message } = parsed.error.issues[0]!;
  const option = String(path[0]);
  const value = Object.hasOwn(values, option) ? ` "${String(values[option])}"` : '';
  return err(`--${option}${value}: ${message}`);
}

const parse = (args: readonly string[], options: Shape) => {
  try {
    const types = Object.entries(options).map(
      ([name, schema]) =>
        [name, { type: schema === flag ? ('boolean' as const) : ('string' as const) }] as const,
    );
    return ok(parseArgs({ args: [...args], allowPositionals: true, options: Object.fromEntries(types) }));
  } catch (cause) {
    return err((cause instanceof Error ? cause.message : String(cause)).split('. To specify')[0] ?? '');
  }
};
