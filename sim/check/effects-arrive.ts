import { type EpochMs, minuteMs, secondMs } from '../../functions/core/time.ts';
import { type EffectMessage, isOfUndertaking } from '../../functions/core/undertaking/effect-message.ts';
import type { Checker } from './checker.ts';
import type { Facts } from './facts.ts';

const eventTypes: Readonly<Record<string, string>> = {
  status: 'cn.citywhistle.ticket.status.v1',
  notice: 'cn.citywhistle.unit.notice.v1',
  callback: 'cn.citywhistle.callback.due.v1',
};

/** What was sent so shortly before the end may still be on its way. */
const onItsWayMs = 2 * minuteMs;

/** Whoever registered hears every effect that was sent, unless he is gone for good or it lies among the dead letters. */
export const effectsArrive: Checker = {
  name: 'effects-arrive',
  promise: 'every effect reaches its receiver at least once or stands in the dead-letter queue',
  phase: 'liveness',
  atEnd: (facts) => {
    const heard = new Set(
      facts.heard.map(({ registrationId, effect }) => `${registrationId} ${baseOf(effect)}`),
    );
    const dead = facts.deadLetters.map((body) => (JSON.parse(body) as Partial<EffectMessage>).id ?? '');
    return [...facts.sent.values()].flatMap((sent) => {
      const { effect, at } = sent[0]!;
      if (at > facts.endedAt - onItsWayMs) return [];
      return receiversOf(effect, at, facts)
        .filter((id) => !heard.has(`${id} ${baseOf(effect)}`))
        .filter((id) => !dead.includes(effect.id) && !dead.includes(`${effect.id}.${id}`))
        .map((id) => `${effect.id} (${effect.kind}, ${effect.event}) never reached ${id}`);
    });
  },
};

/** The effect's own id, without the receiver's that a message to one of several carries. */
const baseOf = ({ id, registrationId }: EffectMessage): string =>
  registrationId === undefined ? id : id.slice(0, -registrationId.length - 1);

const typeOf = (effect: EffectMessage): string =>
  isOfUndertaking(effect)
    ? `cn.citywhistle.undertaking.${effect.kind}.v1`
    : (eventTypes[effect.kind] ?? 'none');

/** A delivering instance may not have heard of a registration for so long. */
const knownMs = 2 * secondMs;

/** Ids of those who were registered for it all the time, from before it was sent. */
function receiversOf(effect: EffectMessage, sentAt: EpochMs, facts: Facts): readonly string[] {
  const { registrations, gone, skewMaxMs, lagMaxMs } = facts;
  const knownAt = sentAt - knownMs - 2 * skewMaxMs - lagMaxMs;
  return [...registrations].flatMap(([id, versions]) => {
    const now = versions.at(-1)!.registration;
    const isThere = now !== undefined && versions[0]!.at < knownAt && !gone.has(id);
    if (!isThere || now.owner !== effect.to || !(now.kinds as readonly string[]).includes(typeOf(effect)))
      return [];
    return effect.registrationId === undefined || effect.registrationId === id ? [id] : [];
  });
}
