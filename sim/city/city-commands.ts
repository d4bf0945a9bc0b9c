import { Actor } from '../../functions/core/ticket/actor.ts';
import { stepOf } from '../../functions/core/ticket/decide.ts';
import { Answer } from '../../functions/core/ticket/kinds.ts';

/** The commands of the hot path, filled and asked again and again: one object each for the whole run. */
export const commands = {
  sign: { type: 'sign' as const, by: 0 },
  contact: { type: 'contact' as const, by: 0 },
  answer: { type: 'answer' as const, by: 0 },
  helperDone: { type: 'helperDone' as const, by: 0 },
  dispute: { type: 'dispute' as const, by: 0 },
  arbitrate: { type: 'arbitrate' as const, by: 0, lead: 0 },
  close: { type: 'close' as const, by: 0 },
  recordCallback: {
    type: 'recordCallback' as const,
    by: Actor.hotline,
    reached: false,
    responded: Answer.unknown as Answer,
    resolved: Answer.unknown as Answer,
    satisfied: Answer.unknown as Answer,
  },
};

/** What nearly every ticket goes through, looked up once. */
export const steps = {
  sign: stepOf('sign'),
  contact: stepOf('contact'),
  answer: stepOf('answer'),
  helperDone: stepOf('helperDone'),
  recordCallback: stepOf('recordCallback'),
};
