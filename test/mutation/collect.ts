import { format } from 'node:util';

/** A test as its file wrote it. `id` is unique and the same in every process. */
export type CollectedTest = {
  readonly id: string;
  readonly name: string;
  readonly file: string;
  readonly run: () => unknown;
};

type Body = (...row: never[]) => unknown;
type Options = { readonly skip?: boolean };
type Table = readonly unknown[];

const collected = new Map<string, CollectedTest>();
const around: string[] = [];
let file = '';

/** Imports a test file and keeps the tests it declares. `url` may be any module's, `path` names it in the ids. */
export async function collect(path: string, url: string): Promise<void> {
  file = path;
  await import(url);
}

/** The tests collected so far by their id, in the order of their files. */
export const collectedTests = (): ReadonlyMap<string, CollectedTest> => collected;

export function describe(title: string, body: Body): void {
  around.push(title);
  try {
    body();
  } finally {
    around.pop();
  }
}

export function it(title: string, ...rest: [Body] | [Options, Body]): void {
  const [options, body] = rest.length === 1 ? [{}, ...rest] : rest;
  if (options.skip) return;
  const name = [...around, title].join(' > ');
  let id = `${file}#${name}`;
  for (let n = 2; collected.has(id); n += 1) id = `${file}#${name} (${n})`;
  collected.set(id, { id, name, file, run: body });
}

/** A row that is a list becomes the arguments; its first ones fill the `%s` of the title. */
const eachOf =
  (declare: (title: string, body: Body) => void) => (table: Table) => (title: string, body: Body) => {
    for (const row of table) {
      const values = (Array.isArray(row) ? row : [row]) as never[];
      declare(format(title, ...values), () => body(...values));
    }
  };

describe.each = eachOf(describe);
it.each = eachOf(it);
it.skipIf = (isSkipped: unknown) => (isSkipped ? () => undefined : it);
