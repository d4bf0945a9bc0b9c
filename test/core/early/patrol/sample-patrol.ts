import { openMonth } from '../../../../functions/core/early/patrol/open-month.ts';
import type { PatrolCommand, PatrolEvent } from '../../../../functions/core/early/patrol/patrol-command.ts';
import { patrolKind } from '../../../../functions/core/early/patrol/patrol-kind.ts';
import type { PatrolRoute, PatrolState } from '../../../../functions/core/early/patrol/patrol-state.ts';
import type { UndertakingOut } from '../../../../functions/core/undertaking/undertaking.ts';
import { testCity } from '../../../http/support/test-city.ts';
import { heard } from '../support/heard.ts';

export const { rules } = testCity('fangshan', 'beijing-2018');

const sampleRoute = (changes: Partial<PatrolRoute> = {}): PatrolRoute => ({
  routeId: 'a'.repeat(32),
  role: 'street-chief',
  chief: { name: '街巷长甲' },
  street: { zh: '村口街' },
  owner: 'village',
  subdistrict: 'daanshan',
  district: 'fangshan',
  stops: ['村口', '桥头', '山坡'],
  fromAt: Date.parse('2018-08-01T00:00:00+08:00'),
  ...changes,
});

export const august = (changes: Partial<PatrolRoute> = {}): PatrolState => {
  const at = Date.parse('2018-08-10T00:00:00+08:00');
  return openMonth(sampleRoute(changes), at, rules.early.patrol!, rules.utcOffsetMs);
};

interface Noted {
  readonly at: number;
  readonly event: PatrolEvent;
  readonly by: string;
}

/** A place where decisions put what happened, and what was put there. */
export function noting() {
  const entries: Noted[] = [];
  const notices: { readonly at: number; readonly to: string }[] = [];
  const out: UndertakingOut<PatrolEvent> = {
    entry: (at, event, by) => void entries.push({ at, event, by }),
    notice: (at, to) => void notices.push({ at, to }),
  };
  return { entries, notices, out };
}

/** A command after the promises before it, as every host asks it. */
export function ask(state: PatrolState, command: PatrolCommand, now: number, unit = 'village') {
  const noted = noting();
  const kept = patrolKind.keep(state, now, rules, noted.out);
  const decided = patrolKind.decide(kept, command, { unit }, now, rules, noted.out);
  return { ...noted, kept, decided };
}

export const eightOnThe2nd = Date.parse('2018-08-02T08:00:00+08:00');

/** A command alone, and what it wrote and told: what was promised before it is not kept. */
export function askOnly(state: PatrolState, command: PatrolCommand, unit = 'daanshan', now = eightOnThe2nd) {
  const { lines, told, out } = heard();
  return { lines, told, decided: patrolKind.decide(state, command, { unit }, now, rules, out) };
}

/** As {@link askOnly}, where the answer must be yes. */
export function take(...asked: Parameters<typeof askOnly>): PatrolState {
  const { decided } = askOnly(...asked);
  if (!decided.ok) throw new Error(JSON.stringify(decided.error));
  return decided.value;
}

export const refusal = (...asked: Parameters<typeof askOnly>) => {
  const { decided } = askOnly(...asked);
  return decided.ok ? 'accepted' : decided.error;
};
