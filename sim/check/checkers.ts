import { alwaysWoken } from './always-woken.ts';
import { answersHold } from './answers-hold.ts';
import { boardsPure } from './boards-pure.ts';
import type { Checker } from './checker.ts';
import { commandsOnce } from './commands-once.ts';
import { effectsArrive } from './effects-arrive.ts';
import { effectsOwed } from './effects-owed.ts';
import { everybodyAnswered } from './everybody-answered.ts';
import { formatsKept } from './formats-kept.ts';
import { historyWhole } from './history-whole.ts';
import { ledgerRecounted } from './ledger-recounted.ts';
import { listsRight } from './lists-right.ts';
import { mattersAgree } from './matters-agree.ts';
import { meetingsAgree } from './meetings-agree.ts';
import { neverEarly } from './never-early.ts';
import { neverLate } from './never-late.ts';
import { nothingUnexplained } from './nothing-unexplained.ts';
import { patrolsFollow } from './patrols-follow.ts';
import { powersCounted } from './powers-counted.ts';
import { privateKept } from './private-kept.ts';
import { promisesOnce } from './promises-once.ts';
import { receiversKept } from './receivers-kept.ts';
import { requestsKept } from './requests-kept.ts';
import { rightsHeld } from './rights-held.ts';
import { rowsRight } from './rows-right.ts';
import { rulesInForce } from './rules-in-force.ts';
import { sharesBalanced } from './shares-balanced.ts';
import { sightingsOnce } from './sightings-once.ts';
import { undertakingsLived } from './undertakings-lived.ts';
import { warningsRecounted } from './warnings-recounted.ts';

/** Every promise of the service, each with its own checker, in the order in which they are asked. */
export const checkers: readonly Checker[] = [
  nothingUnexplained,
  historyWhole,
  neverEarly,
  alwaysWoken,
  requestsKept,
  commandsOnce,
  answersHold,
  rightsHeld,
  promisesOnce,
  undertakingsLived,
  effectsOwed,
  formatsKept,
  privateKept,
  boardsPure,
  rulesInForce,
  sightingsOnce,
  receiversKept,
  neverLate,
  everybodyAnswered,
  effectsArrive,
  rowsRight,
  ledgerRecounted,
  mattersAgree,
  meetingsAgree,
  patrolsFollow,
  listsRight,
  sharesBalanced,
  warningsRecounted,
  powersCounted,
];
