import type { EpochMs } from '../../core/time.ts';
import { type EventData, type EventType, eventData } from './event-data.ts';

/** The media type of an event in CloudEvents' structured JSON form. */
export const cloudEventContentType = 'application/cloudevents+json';

/** An event as it is sent (CloudEvents 1.0). */
export type CloudEvent<Type extends EventType = EventType> = {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: Type;
  readonly time: string;
  readonly subject: string;
  readonly datacontenttype: 'application/json';
  /** Extension attribute: follows the request that caused the event. */
  readonly correlationid?: string;
  readonly data: EventData<Type>;
};

export type CloudEventParts<Type extends EventType> = {
  /** Unique within `source`; the effect's id, so the same at every attempt. */
  readonly id: string;
  /** Which city speaks: a URI reference such as `/cities/beijing`. */
  readonly source: string;
  readonly type: Type;
  /** What it is about, such as `tickets/ID`. */
  readonly subject: string;
  /** When it happened, not when it is sent. */
  readonly at: EpochMs;
  readonly data: EventData<Type>;
  readonly correlationId?: string | undefined;
};

/**
 * Wraps what happened for the outside world.
 *
 * @throws ZodError when `data` has a field the type does not know, so that nothing personal slips out unnoticed
 */
export function cloudEvent<Type extends EventType>(parts: CloudEventParts<Type>): CloudEvent<Type> {
  const { id, source, type, subject, at, data, correlationId } = parts;
  eventData[type].parse(data);
  return {
    specversion: '1.0',
    id,
    source,
    type,
    time: new Date(at).toISOString(),
    subject,
    datacontenttype: 'application/json',
    ...(correlationId === undefined ? {} : { correlationid: correlationId }),
    data,
  };
}
