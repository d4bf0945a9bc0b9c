import type { BoardStore } from '../../../functions/ports/board-store.ts';
import type { RulesRegister } from '../../../functions/ports/rules-register.ts';
import type { TicketStore } from '../../../functions/ports/ticket-store.ts';
import type { WebhookStore } from '../../../functions/ports/webhook-store.ts';
import type { CallKinds } from './on-wire.ts';

/** The calls of the store of tickets. */
export const ticketCalls = {
  putRequest: 'write',
  loadRequest: 'read',
  eraseRequest: 'write',
  create: 'write',
  load: 'read',
  save: 'write',
  clearOwed: 'write',
  due: 'list',
  worklist: 'list',
  putView: 'write',
  near: 'list',
  addNote: 'write',
  notes: 'list',
  eraseNote: 'write',
  putLedger: 'write',
  ledger: 'list',
  putRules: 'write',
  loadRules: 'read',
  putShared: 'write',
  loadShared: 'read',
  listShared: 'list',
  createUndertaking: 'write',
  loadUndertaking: 'read',
  saveUndertaking: 'write',
  putListed: 'write',
  listUndertakings: 'list',
  putMember: 'write',
  loadMember: 'read',
  members: 'list',
  putSighting: 'write',
  sightings: 'list',
  loadCityWatch: 'read',
  saveCityWatch: 'write',
  loadItemWatch: 'read',
  itemWatches: 'list',
  saveItemWatch: 'write',
  putWeek: 'write',
  weeks: 'list',
} as const satisfies CallKinds<TicketStore>;

/** The calls of the store of boards. */
export const boardCalls = {
  publish: 'write',
  loadVersion: 'read',
  versions: 'list',
  listVersions: 'list',
  putLive: 'write',
  loadLive: 'read',
  putPart: 'write',
  loadPart: 'read',
  putUnit: 'write',
  units: 'list',
  createJob: 'write',
  loadJob: 'read',
  saveJob: 'write',
  claim: 'write',
  release: 'write',
  putRuling: 'write',
  loadRuling: 'read',
  rulings: 'list',
  noteRules: 'write',
  notedRules: 'list',
} as const satisfies CallKinds<BoardStore>;

/** The calls of the register of rules. */
export const registerCalls = {
  publish: 'write',
  publications: 'list',
} as const satisfies CallKinds<RulesRegister>;

/** The calls of the store of registrations. */
export const webhookCalls = {
  put: 'write',
  load: 'read',
  remove: 'write',
  ofOwner: 'read',
  list: 'list',
} as const satisfies CallKinds<WebhookStore>;
