import { benches } from './benches.ts';
import { isUsageError } from './usage-error.ts';

/** `npm run bench -- NAME [arguments]`. Exits 0, 2 for a wrong call, 1 for a benchmark that failed. */
async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined) {
    console.log(usage());
    return 0;
  }
  const bench = Object.hasOwn(benches, name) ? benches[name] : undefined;
  if (bench === undefined) {
    console.error(`no benchmark '${name}'\n${usage()}`);
    return 2;
  }
  try {
    await (await bench.load())(rest);
    return 0;
  } catch (error) {
    if (!isUsageError(error)) throw error;
    console.error(error.message);
    return 2;
  }
}

const usage = (): string =>
  ['usage: npm run bench -- NAME [arguments]', '']
    .concat(Object.entries(benches).map(([name, bench]) => `  ${name.padEnd(10)} ${bench.shows}`))
    .join('\n');

process.exitCode = await main(process.argv.slice(2));
