import type { Calendar } from '../calendar/calendar.ts';
import { type AgendaRules, compileAgenda } from '../early/agenda/agenda-rules.ts';
import { compileForecast, type ForecastRules } from '../early/forecast/forecast-rules.ts';
import { compileMatter, type MatterRules } from '../early/matter/matter-rules.ts';
import { compilePatrol, type PatrolRules } from '../early/patrol/patrol-rules.ts';
import { compileRepeat, type RepeatRules } from '../early/repeat/repeat-rules.ts';
import { compileTopic, type TopicRules } from '../early/topic/topic-rules.ts';
import { compileWarning, type WarningRules } from '../early/warning/warning-rules.ts';
import type { EarlyPolicy } from '../policy/early-policy.ts';
import { err, ok, type Result } from '../result.ts';
import type { DurationMs } from '../time.ts';
import type { Rules } from './rules.ts';

/** The compiled rules of acting early; a part is undefined where the pack has none. */
export interface EarlyRules {
  readonly matter: MatterRules | undefined;
  readonly repeat: RepeatRules | undefined;
  readonly topic: TopicRules | undefined;
  readonly agenda: AgendaRules | undefined;
  readonly warning: WarningRules | undefined;
  readonly forecast: ForecastRules | undefined;
  readonly patrol: PatrolRules | undefined;
}

/** Compiles the pack's section `early`. `scaled` divides a length by the speed of a demonstration. */
export function compileEarly(
  policy: EarlyPolicy | undefined,
  scaled: (ms: DurationMs) => DurationMs,
  calendars: ReadonlyMap<string, Calendar>,
): EarlyRules {
  return {
    matter: policy?.matter && compileMatter(policy.matter, scaled),
    repeat: policy?.repeat && compileRepeat(policy.repeat, scaled),
    topic: policy?.topic && compileTopic(policy.topic, scaled),
    agenda: policy?.agenda && compileAgenda(policy.agenda, scaled),
    warning: policy?.warning && compileWarning(policy.warning, scaled),
    forecast: policy?.forecast && compileForecast(policy.forecast),
    patrol: policy?.patrol && compilePatrol(policy.patrol, calendars),
  };
}

/** A part of the rules of acting early, or the refusal that names the key the pack lacks. */
export function earlyPart<Part extends keyof EarlyRules>(
  { early }: Rules,
  part: Part,
): Result<NonNullable<EarlyRules[Part]>, { readonly code: 'NOT_IN_REMIT'; readonly rule: string }> {
  const rules = early[part];
  return rules === undefined ? err({ code: 'NOT_IN_REMIT', rule: `early.${part}` }) : ok(rules);
}
