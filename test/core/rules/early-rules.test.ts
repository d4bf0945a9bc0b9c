import { expect, it } from 'vitest';
import { compileRules } from '../../../functions/core/rules/compile-rules.ts';
import { earlyPart } from '../../../functions/core/rules/early-rules.ts';
import { smallCity, wholePolicy } from './support/small-rules.ts';

const parts = ['matter', 'repeat', 'topic', 'agenda', 'warning', 'forecast', 'patrol'] as const;

function rulesWith(changes: object) {
  const rules = compileRules({ ...smallCity(), policy: wholePolicy(changes) });
  if (!rules.ok) throw new Error(JSON.stringify(rules.error));
  return rules.value;
}

it.each(parts)('has the part %s where the pack has it, and else a refusal that names its key', (part) => {
  const whole = rulesWith({});
  const without = rulesWith({ early: { [part]: null } });
  const none = rulesWith({ early: null });
  const refusal = { ok: false, error: { code: 'NOT_IN_REMIT', rule: `early.${part}` } };

  expect(earlyPart(whole, part)).toEqual({ ok: true, value: whole.early[part] });
  expect(earlyPart(without, part)).toEqual(refusal);
  expect(earlyPart(none, part)).toEqual(refusal);
});

it('has no sharing, powers or duties where the pack has none', () => {
  const rules = rulesWith({ sharing: null, powers: null, duties: null, rollout: null });

  expect([rules.sharing, rules.duties]).toEqual([undefined, undefined]);
  expect(rules.powers.size).toBe(0);
  expect(rules.rollout).toEqual({});
});
