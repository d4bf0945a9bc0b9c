import type { EpochMs } from '../core/time.ts';

/** What the citizen said, as first received: personal data, kept apart from the ticket, erasable, ageing out. */
export interface StoredRequest {
  readonly ticketId: string;
  readonly source: string;
  readonly sourceKey: string;
  /** Digest of the body: the same key with another body is a conflict. */
  readonly digest: string;
  readonly receivedAt: EpochMs;
  readonly rulesHash: string;
  /** The submission as it came (JSON); absent once erased. */
  readonly body?: string;
  readonly erasedAt?: EpochMs;
  /** When the store may drop the item by itself. */
  readonly expiresAt: EpochMs;
}

/** A row of a worklist or a search. */
export interface WorklistRow {
  readonly ticketId: string;
  readonly status: string;
  readonly tier: string;
  readonly item?: string;
  readonly lead?: string;
  readonly openedAt: EpochMs;
  readonly actBy?: EpochMs;
  readonly dueAt?: EpochMs;
  readonly overdue: boolean;
}

/** What a helping or summoned unit sees of a ticket in its own worklist. */
export interface ViewRow extends WorklistRow {
  readonly unit: string;
  readonly rev: number;
}

/** Free text beside a ticket: a supplement of the citizen or a remark of the staff. */
export interface Note {
  readonly ticketId: string;
  readonly id: string;
  readonly at: EpochMs;
  readonly by: string;
  readonly kind: 'supplement' | 'note' | 'answer' | 'reason';
  readonly text: string;
  readonly attachments: readonly string[];
}
