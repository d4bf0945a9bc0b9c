import { effectMessage } from '../../../functions/core/undertaking/effect-message.ts';
import { type DoneCall, isSend, queueOf } from '../proxy/server-call.ts';
import type { SoakBook } from './soak-book.ts';

interface Entry {
  readonly Id: string;
  readonly MessageBody: string;
}

/** Writes down every effect message that its queue has taken; `tell` gets the body of every message of any queue. */
export function queueRecorder(book: SoakBook, tell: (body: string) => void): (call: DoneCall) => void {
  return (call) => {
    if (!isSend(call)) return;
    const taken = new Set(
      ((call.output.Successful ?? []) as readonly { readonly Id: string }[]).map(({ Id }) => Id),
    );
    for (const { Id, MessageBody } of (call.input.Entries ?? []) as readonly Entry[]) {
      if (!taken.has(Id)) continue;
      tell(MessageBody);
      if (!queueOf(call).includes('Effects')) continue;
      const effect = effectMessage.parse(JSON.parse(MessageBody));
      const sent = book.sent.get(effect.id) ?? [];
      book.sent.set(effect.id, sent);
      sent.push({ effect, at: call.doneAt });
    }
  };
}
