import type {
  MatterCommand,
  MatterCommandOf,
} from '../../../../functions/core/early/matter/matter-command.ts';
import { matterKind } from '../../../../functions/core/early/matter/matter-kind.ts';
import type { MatterState } from '../../../../functions/core/early/matter/matter-state.ts';
import { type NewMatter, openMatter } from '../../../../functions/core/early/matter/open-matter.ts';
import { beijing } from '../../../support/beijing.ts';
import { monday } from '../../../support/case.ts';
import { heard } from '../support/heard.ts';

export const { rules } = beijing('beijing-2023');
export const matterRules = rules.early.matter!;
export const lead = '110101017';
export const district = { unit: '110101' };
export const planner = { unit: lead };
export const clock = { unit: 'clock' };

/** A burst main in one street of a district, which opens it with three tickets. */
export const open = (matter: Partial<NewMatter> = {}, actor = district, { out } = heard()) => {
  const whole = { title: '同一处爆管', item: '0101-01', lead, ticketIds: ['a', 'b', 'c'], ...matter };
  return openMatter(whole, actor, monday, rules, out);
};

export function opened(matter: Partial<NewMatter> = {}): MatterState {
  const state = open(matter);
  if (!state.ok) throw new Error(state.error.code);
  return state.value;
}

export const decide = (
  state: MatterState,
  command: MatterCommand,
  actor = planner,
  now = monday,
  { out } = heard(),
) => matterKind.decide(state, command, actor, now, rules, out);

/** As {@link decide}, where the answer must be yes, with what was written and told. */
export function take(state: MatterState, command: MatterCommand, actor = planner, now = monday + 1) {
  const { lines, told, out } = heard();
  const decided = decide(state, command, actor, now, { lines, told, out });
  if (!decided.ok) throw new Error(JSON.stringify(decided.error));
  return { state: decided.value, lines, told };
}

export const piece = (
  task: number,
  done: number,
  taken: number,
  more: Partial<MatterCommandOf<'pieceDone'>> = {},
): MatterCommandOf<'pieceDone'> => ({
  type: 'pieceDone',
  task,
  taken,
  done,
  skipped: 0,
  refused: 0,
  ...more,
});

/** A matter whose three tickets have joined: nothing is at work. */
export const joined = (): MatterState => take(opened(), piece(1, 3, 3), clock).state;
