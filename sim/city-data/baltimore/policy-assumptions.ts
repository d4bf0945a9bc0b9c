import { assumedScore } from './score-assumptions.ts';

const silent = 'the file says nothing of it';
const noCallbacks = 'the file records no callbacks; the base rule is kept';

/** The rules of Baltimore that are not its spans: little of them shows in the file, and what does not is assumed. */
export const assumedRules = {
  intake: {
    lateMax: { value: 'PT24H', assumption: `${silent}: requests are taken in when they are made` },
    urgentTier: { value: 'item', assumption: 'each type has one span in the file, whatever its urgency' },
    elderCheck: { value: 'PT6H', assumption: `${silent}: four looks a day at the elder ticket` },
  },
  dispatch: {
    routing: {
      value: 'catalogue',
      basis:
        'Open Baltimore, 311 Customer Service Requests, 2014 to 2019, CC BY 3.0: nearly all rows of a type name one agency',
    },
    limits: {
      general: { value: 'PT24H', assumption: `${silent}: a day for what the catalogue cannot place` },
    },
  },
  dispute: {
    timesMax: { value: 3, assumption: silent },
    window: { value: 'PT24H', assumption: silent },
    arbitrationLimit: { value: 'PT24H', assumption: silent },
    handlingClock: { value: 'runs', assumption: 'a due date never moves in the file' },
    arbiter: { value: 'city', assumption: 'agencies belong to the city, not to a council district' },
  },
  handling: {
    startsAt: {
      value: 'request',
      basis:
        'Open Baltimore, 311 Customer Service Requests, 2014 to 2019, CC BY 3.0: DueDate minus CreatedDate is one span for each type',
    },
    signing: { value: 'automatic', assumption: 'the file knows no step between creation and work' },
    signLimit: { value: 'none', assumption: 'nothing is signed for' },
    contactLimit: { value: 'none', assumption: 'the file records no first contact' },
    helperShare: { value: 0.8, assumption: `${silent}: no type has helpers` },
    extension: {
      timesMax: { value: 0, assumption: 'a due date never moves in the file' },
      shareMax: { value: 1, assumption: 'without effect, as no extension is granted' },
    },
    suspendedReview: { value: 'P30D', assumption: silent },
  },
  escalation: {
    rungs: {
      value: [
        { key: 'warn-most', share: 0.8, to: 'lead' },
        { key: 'deadline', share: 1, to: 'lead' },
        { key: 'overdue-day', after: 'P1D', to: 'city' },
        { key: 'overdue-week', after: 'P7D', to: 'city' },
      ],
      assumption: `${silent}: the agency is warned and told, the city hears of what is a day and a week late`,
    },
    superviseAfterReopens: { value: 3, assumption: silent },
    superviseAfterTransfers: { value: 3, assumption: silent },
    streetSupervises: { value: false, assumption: 'a council district is no body that supervises agencies' },
    reviewEvery: {
      value: 'P30D',
      assumption: `${silent}: an open request is looked at after one month, then two`,
    },
  },
  callback: {
    trigger: { value: 'atAnswer', assumption: noCallbacks },
    delay: { value: 'PT0S', assumption: noCallbacks },
    attemptsMax: { value: 3, assumption: noCallbacks },
    retryAfter: { value: 'PT4H', assumption: noCallbacks },
    window: {
      value: 'P7D',
      assumption: 'the file records no callbacks: after a week without one a ticket closes',
    },
    grades: {
      value: { satisfied: true, basicallySatisfied: true, dissatisfied: false },
      assumption: noCallbacks,
    },
  },
  reopen: {
    timesMax: { value: 2, assumption: 'the file shows no reopening' },
    limitShare: { value: 0.5, assumption: 'the file shows no reopening' },
  },
  score: assumedScore,
} as const;
