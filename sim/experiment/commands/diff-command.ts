import * as z from 'zod';
import type { Command } from '../command.ts';
import { diffRules, type Rule } from '../diff/diff-rules.ts';
import { checkedPack } from '../setup/checked-city.ts';
import { choosePack } from '../setup/choose-pack.ts';
import { mergedPack } from '../setup/merged-pack.ts';
import { explainCall } from '../terminal/explain-call.ts';
import { type Host, systemHost } from '../terminal/host.ts';
import { flag, readOptions } from '../terminal/read-options.ts';
import { refuse } from '../terminal/refuse.ts';

const usage = `usage: npm run sim -- diff A B [options]
  --city C     the city the packs are read with (beijing)
  --rests      also rules of equal value that rest on something else
  --json       as JSON, for programs`;

const options = { city: z.string().min(1).default('beijing'), rests: flag, json: flag } as const;

/** Prints the rules that two packs do not share, side by side, with what each rests on. */
export function diffPacks(args: readonly string[], host: Host): number {
  const read = readOptions(args, { positionals: { names: 'two packs, A B', min: 2, max: 2 }, options });
  if (!read.ok) return explainCall(host, read.error, usage);
  const { names, options: asked } = read.value;
  const [a, b] = [wholePack(asked.city, names[0]!), wholePack(asked.city, names[1]!)];
  if (!a.ok) return refuse(host, a.error);
  if (!b.ok) return refuse(host, b.error);
  const all = diffRules(mergedPack(a.value).content, mergedPack(b.value).content);
  const shown = all.filter(({ isSameValue }) => asked.rests || !isSameValue);
  if (asked.json) {
    host.out(JSON.stringify(shown, null, 1));
    return 0;
  }
  const width = Math.max(names[0]!.length, names[1]!.length);
  for (const difference of shown) {
    host.out(difference.path);
    host.out(`  ${names[0]!.padEnd(width)}  ${ruleText(difference.a)}`);
    host.out(`  ${names[1]!.padEnd(width)}  ${ruleText(difference.b)}`);
  }
  const equal = all.length - shown.length;
  host.out(
    `${shown.length} rules differ${equal === 0 ? '' : `; ${equal} of equal value rest on something else (--rests)`}`,
  );
  return 0;
}

/** A pack whose rules are all there and of their kind: a slip of the hand would be shown as a rule. */
function wholePack(city: string, name: string): ReturnType<typeof choosePack> {
  const chosen = choosePack(city, name);
  if (!chosen.ok) return chosen;
  const checked = checkedPack(chosen.value);
  return checked.ok ? chosen : checked;
}

const ruleText = (rule: Rule | undefined): string =>
  rule === undefined ? '(none)' : `${rule.value}${rule.rests === '' ? '' : `  (${rule.rests})`}`;

export const diffCommand: Command = { run: (args) => diffPacks(args, systemHost()) };
