import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'vitest';
import type { CommandType } from '../../../functions/core/ticket/command.ts';
import { lead, openLife } from './life/run.ts';
import { sampleCities } from './life/sample-cities.ts';
import { asked, steps } from './life/steps.ts';

const out = 'SUMMONS_OPEN';
const unknown = 'NO_SUCH_SUMMONS';
const again = 'INVALID unitCodes: this unit is already called to this ticket';

/** The place in a list does not matter here. */
const withoutPlace = (field: string | undefined) => field?.replace(/\.\d+$/, '');

/** Every reason for which a command that a ticket's status accepts is refused, in the lives below. */
const reasons: Partial<Record<CommandType, readonly string[]>> = {
  acknowledgeSummons: [unknown, 'ALREADY_DONE summonsAcknowledged'],
  addHelper: ['ALREADY_DONE this unit already helps', 'INVALID unitCode: the lead cannot help itself'],
  answer: [out],
  answerOnTheSpot: [out, 'NOT_IN_REMIT intake.onTheSpot'],
  arrive: [unknown, 'ALREADY_DONE arrived', 'INVALID place: this is another area than the ticket’s'],
  askExtension: [
    'ALREADY_DONE an extension is asked and undecided',
    'INVALID byMs: must be longer than nothing',
    'INVALID byMs: the ticket has no deadline to extend',
    'LIMIT_REACHED handling.extension',
    'LIMIT_REACHED handling.extension.timesMax',
  ],
  blowWhistle: [
    again,
    'INVALID unitCodes: a unit cannot summon itself',
    'NOT_IN_REMIT whistleKinds.emergency.blowers kind',
    'NOT_IN_REMIT whistleKinds.enforcement.blowers kind',
    'NOT_IN_REMIT whistleKinds.key-work.blowers kind',
    'NOT_IN_REMIT whistleKinds.key-work.relations kind',
  ],
  declineSummons: [unknown, 'ALREADY_DONE arrived', 'ALREADY_DONE summonsDeclined'],
  dispute: [out, 'LIMIT_REACHED dispute.timesMax', 'LIMIT_REACHED dispute.window'],
  failSummons: [unknown],
  fileOutput: [
    'INVALID output: no open whistle of this ticket needs it',
    'NOT_IN_REMIT whistleKinds.key-work.outputs output',
  ],
  finishTask: [unknown, 'ALREADY_DONE taskDone', 'OUT_OF_TURN: arrive first'],
  grantExtension: ['OUT_OF_TURN: no extension is asked for'],
  helperDone: ['ALREADY_DONE this unit has reported its part done'],
  joinMatter: [out],
  leaveMatter: [out],
  merge: [out],
  passOn: [unknown, 'OUT_OF_TURN: it has been passed on already'],
  rateSummons: [
    unknown,
    'ALREADY_DONE summonsRated',
    'NOT_IN_REMIT whistleKinds.emergency.rating unitCode',
    'NOT_IN_REMIT whistleKinds.enforcement.rating unitCode',
    'NOT_IN_REMIT whistleKinds.key-work.rating unitCode',
    'OUT_OF_TURN: rate after the release',
  ],
  refuseExtension: ['OUT_OF_TURN: no extension is asked for'],
  release: [
    unknown,
    'INVALID unitCode: its task is not done: nobody leaves before it is',
    'NOT_IN_REMIT whistleKinds.emergency.release unitCode',
    'NOT_IN_REMIT whistleKinds.enforcement.release unitCode',
    'NOT_IN_REMIT whistleKinds.key-work.release unitCode',
    'OUT_OF_TURN: outputs are missing: letter, lists',
    'OUT_OF_TURN: outputs are missing: lists',
  ],
  ruleOnSummons: [unknown, 'OUT_OF_TURN: it has not been declined'],
  sendStandIn: [
    unknown,
    'INVALID unitCode: this unit is already called to this ticket',
    'OUT_OF_TURN: a stand-in comes before the unit itself has arrived or declined',
    'OUT_OF_TURN: its arrival limit has passed',
  ],
  startTask: [unknown, 'ALREADY_DONE taskStarted', 'OUT_OF_TURN: arrive first'],
  supervise: ['ALREADY_DONE this unit already supervises'],
  suspend: [out, 'INVALID reviewAt: must lie in the future'],
  tellProgress: ['OUT_OF_TURN: there is no citizen to tell'],
  triage: ['INVALID lead: the rules name no unit here: give a place or a lead'],
  urgeSummons: [unknown, 'OUT_OF_TURN: its task is done'],
};

type Parts = { code: string; what?: string; rule?: string; field?: string; reason?: string };

function textOf({ code, what, rule, field, reason }: Parts): string {
  const named = [code, what, rule, withoutPlace(field)].filter((part) => part !== undefined).join(' ');
  return reason === undefined ? named : `${named}: ${reason}`;
}

/** What the status alone or the right alone refuses is held by the tables of commands and of authority. */
const general = ['NOT_ACCEPTED', 'FORBIDDEN'];

describe.each(sampleCities)('a command of a random life under %s', (_, cityOf) => {
  it('is refused for one of the reasons there are, by name', () => {
    const city = cityOf();

    for (const [from, plan] of fc.sample(fc.tuple(asked, steps), { seed: 20_261_122, numRuns: 80 })) {
      lead(openLife(city, from), plan, (life, { command, at }) => {
        if (command === undefined) return life.advance(at);
        const refusal = life.decide(command, at);
        if (refusal === undefined || general.includes(refusal.code)) return;
        const said = textOf(refusal);
        assert.ok(reasons[command.type]?.includes(said), `${command.type} is refused: ${said}`);
      });
    }
  });
});
