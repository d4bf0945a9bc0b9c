import { minuteMs } from '../../functions/core/time.ts';
import { type EffectMessage, isOfUndertaking } from '../../functions/core/undertaking/effect-message.ts';
import type { Checker } from './checker.ts';
import type { Facts, Receiver } from './facts.ts';

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
      return receiversOf(effect, facts)
        .filter(({ id }) => !heard.has(`${id} ${baseOf(effect)}`))
        .filter(({ id }) => !dead.includes(effect.id) && !dead.includes(`${effect.id}.${id}`))
        .map(({ id }) => `${effect.id} (${effect.kind}, ${effect.event}) never reached ${id}`);
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

const receiversOf = (effect: EffectMessage, { receivers, gone }: Facts): readonly Receiver[] =>
  receivers.filter(
    ({ id, owner, kinds }) =>
      owner === effect.to &&
      kinds.includes(typeOf(effect)) &&
      !gone.has(id) &&
      (effect.registrationId === undefined || effect.registrationId === id),
  );
