import type { Language } from '../../messages/text.ts';
import { type HttpEvent, headerOf } from './http-event.ts';
import { languageOf } from './language.ts';

/** Names a request from its arrival to the last log line about it. */
const correlationHeader = 'x-correlation-id';

/** What every answer to a request needs, whatever becomes of it. */
export interface Exchange {
  readonly correlationId: string;
  readonly language: Language;
  /** The request's path without its query. */
  readonly path: string;
}

/** A correlation id has a letter: digits alone could be a telephone number, and this is logged. */
const correlationId = /^(?=.*[A-Za-z])[A-Za-z0-9._:-]{8,128}$/;

/** The event with a fit correlation id: the client's own, or a new one where that is absent or unfit. */
export function withCorrelationId(event: HttpEvent, newId: () => string): HttpEvent {
  const given = headerOf(event, correlationHeader);
  const id = given !== undefined && correlationId.test(given) ? given : newId();
  return { ...event, headers: { ...event.headers, [correlationHeader]: id } };
}

/** Reads what is answered back from an event that has its correlation id. */
export const readExchange = (event: HttpEvent): Exchange => ({
  correlationId: headerOf(event, correlationHeader) ?? '',
  language: languageOf(headerOf(event, 'accept-language')),
  path: event.rawPath,
});
