/**
 * Every fault the simulated world knows: how often it comes at most, as a share of the chances it has, and where. A seed
 * draws which of them exist and how often each comes.
 */
export const faultKinds = {
  throttled: { most: 0.08, what: 'a call of the table is refused for good: throttled' },
  unreached: { most: 0.05, what: 'a call never reaches the table and times out' },
  lostAnswer: { most: 0.06, what: 'a call is done and its answer lost: it times out' },
  sentAgain: { most: 0.08, what: 'a call is done, its answer lost, and the client library sends it again' },
  straggler: { most: 0.03, what: 'a write times out and is done seconds later' },
  slow: { most: 0.05, what: 'a call takes seconds' },
  indexLag: { most: 0.6, what: 'an index shows a write seconds later' },
  shortPage: { most: 0.5, what: 'a page has fewer rows than asked for' },
  crashBefore: { most: 0.01, what: 'a function dies as it calls a port' },
  crashAfter: { most: 0.01, what: 'a function dies as a port has answered' },
  frozen: { most: 0.01, what: 'a function stands still for a while and goes on' },
  coldStart: { most: 0.3, what: 'an invocation gets a new instance' },
  unsent: { most: 0.2, what: 'a message is not sent, and the sender told so' },
  unseen: { most: 0.2, what: 'a message is sent and the sender told that it is not' },
  duplicate: { most: 0.2, what: 'a queue delivers a message twice' },
  delayed: { most: 0.3, what: 'a queue delivers a message late, and so out of order' },
  lostMessage: { most: 0.2, what: 'the wake queue loses a message' },
  undeleted: { most: 0.1, what: 'a message that was done is delivered again' },
  requestLost: { most: 0.08, what: 'a request never reaches the service' },
  replyLost: { most: 0.08, what: 'an answer never reaches the client' },
  doubleClick: { most: 0.1, what: 'a client sends a command twice at once' },
  receiverSlow: { most: 0.2, what: 'a receiver takes its time' },
  receiverDown: { most: 0.3, what: 'a receiver answers 503' },
  receiverDeaf: { most: 0.2, what: 'a receiver takes an event and its answer is lost' },
  receiverGone: { most: 0.01, what: 'a receiver answers 410 and is gone for good' },
  sweepMissed: { most: 0.3, what: 'the sweeper is not run for a minute' },
  sweepTwice: { most: 0.1, what: 'the sweeper is run twice at once' },
  clockBack: { most: 0.02, what: 'a clock steps back by up to the skew' },
} as const satisfies Record<string, { readonly most: number; readonly what: string }>;

export type FaultKind = keyof typeof faultKinds;

export const faultNames = Object.keys(faultKinds) as readonly FaultKind[];
