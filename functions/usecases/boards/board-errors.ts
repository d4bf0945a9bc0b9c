import type { Busy, Forbidden, Invalid, NotFound, OtherBody, UnknownUnit } from '../errors.ts';

/** No rules were kept that were valid in the period. */
export type NoRules = { readonly code: 'NO_RULES'; readonly period: string };
/** The pack makes no board of this kind. */
export type NoSuchBoard = { readonly code: 'NO_SUCH_BOARD'; readonly kind: string };
/** A published board is only corrected: by a version that names the one that stands. */
type AlreadyPublished = { readonly code: 'ALREADY_PUBLISHED'; readonly version: number };
export type NotPublished = { readonly code: 'NOT_PUBLISHED' };
/** A rule of the pack does not allow it. */
type NotAllowed = { readonly code: 'NOT_IN_REMIT'; readonly rule: string; readonly field: string };

/** It stands already: the case is excluded, or an appeal on it is open. */
type AlreadyDone = { readonly code: 'ALREADY_DONE'; readonly what: string };

/** Nothing can have been counted yet. */
export const notBegun: Invalid = { code: 'INVALID', field: 'period', reason: 'the period has not begun' };

export type AskError =
  | Forbidden
  | NoSuchBoard
  | NoRules
  | AlreadyPublished
  | NotPublished
  | Busy
  | Invalid
  | OtherBody;
export type RulingError =
  | AlreadyDone
  | Forbidden
  | NoRules
  | NoSuchBoard
  | NotFound
  | Invalid
  | UnknownUnit
  | NotAllowed
  | OtherBody;
export type BoardReadError = Forbidden | NotFound | UnknownUnit | NoRules | NoSuchBoard;
