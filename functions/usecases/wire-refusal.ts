import type { Refusal } from '../core/ticket/refusal.ts';
import type { WireCommand } from './wire-command.ts';

/** What the rules call a field that a client sends under another name. */
const wireFields: Readonly<Record<string, string>> = { byMs: 'by', lead: 'leadUnit', place: 'placeCode' };

/** A refusal in the client's words: fields as they are sent, and only commands that can be asked for over the API. */
export function wireRefusal(refusal: Refusal, { type, body }: WireCommand): Refusal {
  if (refusal.code === 'NOT_ACCEPTED') {
    return { ...refusal, accepted: refusal.accepted.filter((type) => type !== 'elderSeen') };
  }
  if (refusal.code !== 'INVALID' && refusal.code !== 'NOT_IN_REMIT') return refusal;
  if (refusal.field === undefined) return refusal;
  if (type === 'arrive' && body.location !== undefined) return { ...refusal, field: 'location' };
  return { ...refusal, field: wireFields[refusal.field] ?? refusal.field };
}
