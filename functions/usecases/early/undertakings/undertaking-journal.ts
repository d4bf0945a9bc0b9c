import type { EpochMs } from '../../../core/time.ts';
import type { UndertakingOut } from '../../../core/undertaking/undertaking.ts';
import type { UndertakingEntry } from '../../../core/undertaking/undertaking-record.ts';
import type { Cause } from '../../journal.ts';

/** Word owed to somebody, before it is known how the undertaking stands afterwards. */
export interface Notice {
  readonly at: EpochMs;
  readonly to: string;
  readonly event: string;
  readonly rule: string;
}

/** Collects what one decision did: lines of history, numbered after those before, and notices. */
export class UndertakingJournal implements UndertakingOut {
  readonly entries: UndertakingEntry[] = [];
  readonly notices: Notice[] = [];
  private readonly before: number;
  private readonly cause: Cause | undefined;

  /** `before`: lines of history there are already. */
  constructor(before: number, cause?: Cause) {
    this.before = before;
    this.cause = cause;
  }

  entry(at: EpochMs, event: string, by: string, rule: string, unit?: string): void {
    const n = this.before + this.entries.length + 1;
    this.entries.push({
      n,
      at,
      event,
      by,
      rule,
      ...(unit === undefined ? {} : { unit }),
      ...this.causeOf(by),
    });
  }

  notice(at: EpochMs, to: string, event: string): void {
    this.notices.push({ at, to, event, rule: this.lastRule });
  }

  /** The correlation of the request that caused it. */
  get correlationId(): string | undefined {
    return this.cause?.correlationId;
  }

  get lastRule(): string {
    return this.entries.at(-1)?.rule ?? '';
  }

  private causeOf(by: string) {
    if (by === 'clock' || this.cause === undefined) return {};
    const { commandId, commandDigest, actor } = this.cause;
    const isFirst = !this.entries.some((entry) => entry.commandId === commandId);
    return { commandId, actor, ...(isFirst && commandDigest !== undefined ? { commandDigest } : {}) };
  }
}
