/** The command line that makes a result again: what was asked, without what changes no result. */
export function replayCommand(name: string, args: readonly string[]): string {
  const kept: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!;
    if (withoutEffect.some((option) => arg === option)) i++;
    else if (!withoutEffect.some((option) => arg.startsWith(`${option}=`))) kept.push(quoted(arg));
  }
  return `npm run sim -- ${[name, ...kept].join(' ')}`;
}

const withoutEffect = ['--workers', '--out', '--lang'];

const quoted = (arg: string): string =>
  /^[\w@%+=:,./-]+$/.test(arg) ? arg : `'${arg.replaceAll("'", `'\\''`)}'`;
