import { instantText } from '../../core/instant-text.ts';
import type { DurationMs } from '../../core/time.ts';
import type { UndertakingEffect } from '../../core/undertaking/undertaking-record.ts';
import { cloudEvent } from './cloud-event.ts';

/** The event of an undertaking's effect, frozen when it was owed. */
export function undertakingEvent(
  effect: UndertakingEffect,
  { source, utcOffsetMs }: { readonly source: string; readonly utcOffsetMs: DurationMs },
) {
  const {
    id,
    undertakingId,
    undertaking: kind,
    rev,
    event,
    rule,
    status,
    isOpen,
    at,
    correlationId,
  } = effect;
  const actBy = effect.actBy === undefined ? {} : { actBy: instantText(effect.actBy, utcOffsetMs) };
  const common = { id, source, subject: `undertakings/${undertakingId}`, at, correlationId };
  const told = { undertakingId, kind, rev, rule, status, ...actBy };
  if (effect.kind === 'notice') {
    const data = { ...told, notice: event, unit: effect.to };
    return cloudEvent({ ...common, type: 'cn.citywhistle.undertaking.notice.v1', data });
  }
  const data = { ...told, event, statusType: isOpen ? 'open' : 'closed' } as const;
  return cloudEvent({ ...common, type: 'cn.citywhistle.undertaking.status.v1', data });
}
