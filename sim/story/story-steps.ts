import { type EpochMs, hourMs, minuteMs, secondMs } from '../../functions/core/time.ts';

/** One step of the story: who asks what, how long after the call, about which of the two matters. */
export type Step = {
  readonly matter: 0 | 1;
  readonly afterMs: number;
  readonly by: 'lead' | 'place' | 'hotline' | { readonly unit: string };
  readonly ask:
    | 'sign'
    | 'whistle'
    | 'arrive'
    | 'finishTask'
    | 'releaseAll'
    | 'answer'
    | 'callbackResolved'
    | 'callbackUnresolved';
};

/** Monday 2023-05-08, nine in the morning in Beijing: both packs are in force. */
export const storyStart: EpochMs = Date.UTC(2023, 4, 8, 1);

/** Two emergencies in two subdistricts; the second one is answered late and not solved at first. */
export const storyPlaces = ['110101004', '110105001'] as const;

/** 自来水管爆裂 and 燃气泄漏: a burst main and a gas leak, two hours each. */
export const storyItems = ['0101-01', '0104-01'] as const;

/** Whom the subdistrict of the first matter calls, whoever leads: three units, as in the origin of the whistle. */
export const summoned = ['police', 'urban', 'transport'] as const;

const at = (minutes: number, seconds = 0) => minutes * minuteMs + seconds * secondMs;
const unit = (code: string) => ({ unit: code });

/** 吹哨 at 09:10 with 30 minutes to arrive: two are in time, one comes at 30:01. */
export const steps: readonly Step[] = [
  { matter: 0, afterMs: at(2), by: 'lead', ask: 'sign' },
  { matter: 0, afterMs: at(10), by: 'place', ask: 'whistle' },
  { matter: 0, afterMs: at(22), by: unit('police'), ask: 'arrive' },
  { matter: 0, afterMs: at(40), by: unit('urban'), ask: 'arrive' },
  { matter: 0, afterMs: at(40, 1), by: unit('transport'), ask: 'arrive' },
  ...summoned.map((code): Step => ({ matter: 0, afterMs: at(70), by: unit(code), ask: 'finishTask' })),
  { matter: 0, afterMs: at(75), by: 'place', ask: 'releaseAll' },
  { matter: 0, afterMs: at(80), by: 'lead', ask: 'answer' },
  { matter: 0, afterMs: 3 * hourMs, by: 'hotline', ask: 'callbackResolved' },
  { matter: 1, afterMs: at(5), by: 'lead', ask: 'sign' },
  { matter: 1, afterMs: at(150), by: 'lead', ask: 'answer' },
  { matter: 1, afterMs: 4 * hourMs, by: 'hotline', ask: 'callbackUnresolved' },
  { matter: 1, afterMs: at(270), by: 'lead', ask: 'answer' },
  { matter: 1, afterMs: 6 * hourMs, by: 'hotline', ask: 'callbackResolved' },
];
