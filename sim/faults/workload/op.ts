import type { DurationMs } from '../../../functions/core/time.ts';

/** What is done to tickets in every world: something new, what the ticket then accepts or anything, or asked again. */
const onTickets = {
  submit: 5,
  command: 44,
  anything: 6,
  /** An earlier request, word for word, under its key. */
  again: 8,
  /** The key of an earlier request with another body. */
  otherBody: 4,
  erase: 2,
} as const;

/** What else is done in a world that has it: each theme is there or not, as the seed draws. */
const themes = {
  /** Several tickets become one matter; what is then asked of it. */
  matter: { matter: 6, ofMatter: 24 },
  topic: { topic: 8, ofTopic: 24 },
  patrol: { route: 6, ofRoute: 14, finding: 12 },
  meeting: { meeting: 8, ofMeeting: 20 },
  sharing: { share: 9, project: 8, ofProject: 20 },
  webhooks: { webhook: 5, ofWebhook: 12 },
  score: { publish: 6, board: 5, ruling: 14, points: 4, rating: 4 },
  rules: { publication: 16 },
  warning: { ofWarning: 24 },
  /** Only the pack of 大安 has powers; elsewhere they are refused. */
  power: { power: 12 },
  backlog: { backlog: 7 },
} as const;

type Theme = keyof typeof themes;
type KindsOf<Name extends Theme> = Name extends Theme ? keyof (typeof themes)[Name] : never;

/** What somebody does. */
export type OpKind = keyof typeof onTickets | KindsOf<Theme>;

/** How often each kind of step comes in a world with these themes. */
export const weightsOf = (chosen: readonly Theme[]): readonly (readonly [OpKind, number])[] =>
  Object.entries(Object.assign({}, onTickets, ...chosen.map((name) => themes[name]))) as [OpKind, number][];

/** What a theme begins with. */
export const openingOf = (name: Theme): OpKind => Object.keys(themes[name])[0] as OpKind;

export const themeNames = Object.keys(themes) as readonly Theme[];

/**
 * One step of a workload. Numbers are drawn beforehand and read against the world as it is when the step comes, so that a
 * step keeps its meaning when others are left out.
 */
export interface Op {
  readonly n: number;
  readonly kind: OpKind;
  /** After the start of the world. */
  readonly inMs: DurationMs;
  readonly ticket: number;
  readonly pick: number;
  readonly who: number;
  readonly a: number;
  readonly b: number;
  /** The client asks this often at most while faults last, and then goes away without knowing. */
  readonly patience: number;
}
