/** What an alarm means and what to do about it. */
export interface RunbookEntry {
  /** What it means for citizens and units. */
  readonly impact: string;
  /** Where to look first. */
  readonly look: string;
  /** What mends it. */
  readonly mend: string;
}

/** An entry for each alarm, by its id; the alarm's description is made of it. */
export const runbook = {
  wakeDeadLetters: {
    impact:
      'A ticket cannot be woken: its deadlines, escalations and callbacks wait for the sweeper, which will fail on it too.',
    look: 'The log of the function wake, for "message failed" and its exception.',
    mend: 'Mend the cause and deploy; the sweeper wakes the ticket within a minute, so the dead letter can be purged.',
  },
  effectsDeadLetters: {
    impact: 'A unit or the hotline platform has not been told of a change, eight times over.',
    look: 'The log of the function deliver, for "not delivered" and its code; then the receiver itself.',
    mend: 'Mend the receiver (POST /webhooks/{webhookId}/test says whether it answers), then POST /dead-letters/redrive.',
  },
  boardsDeadLetters: {
    impact: 'A board has not been computed: units see an older one, or none. Nothing half-done is visible.',
    look: 'The log of the function board, for the job id and its exception.',
    mend: 'Mend the cause and ask for the job again with the same Idempotency-Key.',
  },
  intakeFailing: {
    impact:
      'More than one request in a hundred is not taken in: the hotline platform keeps citizens waiting and tries again.',
    look: 'The log of the function intake, for "failed"; throttles of the table; the last deployment and publication.',
    mend: 'Roll back the deployment, or the rules with npm run pack:publish -- --rollback N. What was refused comes again.',
  },
  apiFailing: {
    impact: 'Requests of units and supervisors end in an error of the service.',
    look: 'The access log of the API by routeKey and integrationStatus, then the log of that function.',
    mend: 'Roll back the deployment; raise the memory or the reserved instances of a function that times out or is throttled.',
  },
  timersLate: {
    impact:
      'Warnings, escalations and callbacks come more than a minute after their time; their stamps stay right.',
    look: 'Concurrency and duration of the function wake; the age of the oldest message in the wake queue.',
    mend: 'Raise concurrencyMax of the wake queue and the reserved instances of wake.',
  },
  promisesOverdue: {
    impact:
      'Promises stand unkept for more than five minutes: the sweeper does not keep up, or one ticket stops it.',
    look: 'The log of the function sweep, for "swept" with failed or complete=false.',
    mend: 'Mend the ticket that fails (its id is in the log); if there are too many, raise the memory of sweep.',
  },
  sweepsMissing: {
    impact: 'Nobody looks for promises the queue has lost; those in the queue are still kept.',
    look: 'The schedule in EventBridge Scheduler, its role, and errors of the function sweep.',
    mend: 'Enable the schedule; the first sweep catches up with everything.',
  },
  sweepsCutShort: {
    impact: 'Sweeps end before they have seen everything due: lost wake-ups wait for a later one.',
    look: 'Duration of sweep, and how many tickets fall due in a minute.',
    mend: 'Raise the memory of sweep; it goes on where it stood.',
  },
  watchesMissing: {
    impact:
      'Nobody watches the hours for more requests than usual: warnings of what is to come are not raised.',
    look: 'The schedule in EventBridge Scheduler, its role, and errors of the function watch.',
    mend: 'Mend the cause and deploy; the next run watches every hour that was left out.',
  },
  outboxOld: {
    impact: 'Units and the platform are told of changes more than ten minutes late.',
    look: 'The log of the function deliver: one slow receiver, or throttling.',
    mend: 'Remove or mend the slow receiver; raise concurrencyMax of the effect queue.',
  },
  functionsThrottled: {
    impact: 'A function has more to do than instances to do it with: requests get 503, messages come later.',
    look: 'Throttles by function on the dashboard; the account’s limit of concurrent executions.',
    mend: 'Raise its reserved instances, or the account’s limit; throttle the client that has gone wild.',
  },
  tableThrottled: {
    impact: 'Reads and writes are turned away: requests get 503 and are tried again, timers come late.',
    look: 'ThrottledRequests of the table by operation and index; CloudWatch Contributor Insights for a hot key.',
    mend: 'On demand the table grows by itself within minutes; spread a backlog import over more time.',
  },
  rulesNotTaken: {
    impact:
      'Rules were published that functions cannot run: new tickets are still opened by the ones before.',
    look: 'The log, for "published rules not taken" and its exception.',
    mend: 'npm run pack:publish -- --rollback N at once; publish again with the code that is deployed.',
  },
} as const satisfies Record<string, RunbookEntry>;

export type AlarmId = keyof typeof runbook;

/** The text of an alarm: what it means, then what to do. Whoever is called at night reads it first. */
export const alarmText = (id: AlarmId): string => {
  const { impact, look, mend } = runbook[id];
  return `${impact}\nLook: ${look}\nMend: ${mend}`;
};
