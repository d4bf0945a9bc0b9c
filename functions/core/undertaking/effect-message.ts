import * as z from 'zod';
import { type OwedEffect, owedEffect } from '../record/ticket-record.ts';
import { type UndertakingEffect, undertakingEffect } from './undertaking-record.ts';

/** What lies in the effect queue: word of a ticket, or of an undertaking. */
export const effectMessage = z.union([undertakingEffect, owedEffect]);

export type EffectMessage = OwedEffect | UndertakingEffect;

/** Whether a message tells of an undertaking. */
export const isOfUndertaking = (message: EffectMessage): message is UndertakingEffect =>
  'undertakingId' in message;
