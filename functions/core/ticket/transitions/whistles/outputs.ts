import type { Rules } from '../../../rules/rules.ts';
import type { EpochMs } from '../../../time.ts';
import { type CommandOf, keep } from '../../command.ts';
import { type Out, owe, record } from '../../out.ts';
import type { Refusal } from '../../refusal.ts';
import type { Summons, Ticket } from '../../ticket.ts';
import { isOut } from '../others.ts';

/** Puts a required output of a whistle on file (一流程一函告一通知五清单); its text is a note beside the ticket. */
export function fileOutput(
  t: Ticket,
  c: CommandOf<'fileOutput'>,
  now: EpochMs,
  rules: Rules,
  out: Out,
): Refusal | undefined {
  const summons = whistleFor(t, c, rules);
  if (summons === undefined) {
    return { code: 'INVALID', field: 'output', reason: 'no open whistle of this ticket needs it' };
  }
  if (c.by !== summons.blower && c.by !== t.lead && !isCalledBy(t, c.by, summons.whistle)) {
    return {
      code: 'NOT_IN_REMIT',
      rule: `${rules.whistleKinds[summons.kind]!.path}.outputs`,
      field: 'output',
    };
  }
  const { outputs, path } = rules.whistleKinds[summons.kind]!;
  const output = outputs.findIndex(({ key }) => key === c.output);
  if (filedOf(t, summons.whistle, output) >= outputs[output]!.count) {
    return { code: 'ALREADY_DONE', what: 'outputFiled' };
  }
  t.outputs = [...t.outputs, { whistle: summons.whistle, output, by: c.by, at: now }];
  record(t, out, now, 'outputFiled', c.by, `${path}.outputs.${c.output}`, summons.blower);
  if (c.by !== summons.blower) owe(t, out, now, 'notice', summons.blower, 'outputFiled');
  return undefined;
}

/** The keys of what the whistle of `summons` has yet to leave on file. */
export function missingOutputs(t: Ticket, { kind, whistle }: Summons, rules: Rules): readonly string[] {
  return rules.whistleKinds[kind]!.outputs.filter(
    ({ count }, output) => filedOf(t, whistle, output) < count,
  ).map(({ key }) => key);
}

const filedOf = (t: Ticket, whistle: number, output: number): number =>
  t.outputs.filter((one) => one.whistle === whistle && one.output === output).length;

const isCalledBy = (t: Ticket, unit: number, whistle: number): boolean =>
  t.summonses.some((one) => one.unit === unit && one.whistle === whistle);

/** A summons of the whistle meant, if that one is open and its kind asks for the output. */
function whistleFor(t: Ticket, c: CommandOf<'fileOutput'>, rules: Rules): Summons | undefined {
  return t.summonses.findLast(
    (one) =>
      isOut(one) &&
      (c.whistle === keep || one.whistle === c.whistle) &&
      rules.whistleKinds[one.kind]!.outputs.some(({ key }) => key === c.output),
  );
}
