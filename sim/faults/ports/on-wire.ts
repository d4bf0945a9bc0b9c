import type { PageRequest } from '../../../functions/ports/page.ts';
import type { Stream } from '../../engine/stream.ts';
import type { Faults } from '../chance/faults.ts';
import type { Process } from '../functions/process.ts';
import type { CallKind, Wire } from './wire.ts';

/** What kind of call each method of a port is. */
export type CallKinds<Port> = { readonly [Name in keyof Port]: CallKind };

type Method = (...args: readonly unknown[]) => Promise<unknown>;

export interface Line {
  readonly wire: Wire;
  readonly faults: Faults;
  /** How short a short page is. */
  readonly pages: Stream;
}

/** A port as one function instance has it: every method goes over the wire, and pages may come short. */
export function onWire<Port extends object>(
  port: Port,
  kinds: CallKinds<Port>,
  { wire, faults, pages }: Line,
  process: Process,
): Port {
  const methods = port as Readonly<Record<string, Method>>;
  const wired = Object.entries(kinds as Readonly<Record<string, CallKind>>).map(([name, kind]) => {
    const method: Method = (...args) => {
      const isShort = kind === 'list' && faults.comes('shortPage');
      const given = isShort ? args.map((arg) => (isPage(arg) ? shortened(arg, pages) : arg)) : args;
      const perform = () => methods[name]!(...given);
      return wire.call(process, { what: `${name} ${keyOf(args)}`, kind, perform });
    };
    return [name, method] as const;
  });
  return Object.fromEntries(wired) as Port;
}

const isPage = (arg: unknown): arg is PageRequest =>
  typeof arg === 'object' && arg !== null && 'limit' in arg;

const shortened = (page: PageRequest, pages: Stream): PageRequest => ({
  ...page,
  limit: 1 + pages.below(Math.min(page.limit, 3)),
});

/** Enough to tell calls apart in a trace: whose, and of which revision. */
function keyOf(args: readonly unknown[]): string {
  return args
    .map((arg) => {
      if (typeof arg !== 'object' || arg === null) return String(arg).slice(0, 12);
      const { id, ticketId, unit, rev } = arg as Readonly<Record<string, unknown>>;
      return [id ?? ticketId, unit, rev]
        .filter((part) => part !== undefined)
        .map((part) => String(part).slice(0, 12))
        .join('/');
    })
    .join(' ');
}
