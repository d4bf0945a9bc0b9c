import * as z from 'zod';
import { unitCode } from '../core/directory/unit-code.ts';
import { err, ok, type Result } from '../core/result.ts';
import { dayMs } from '../core/time.ts';
import { type Registration, rotate, subscribable } from '../core/webhooks/registration.ts';
import { makeWebhookSecret } from '../core/webhooks/webhook-secret.ts';
import type { Clock } from '../ports/clock.ts';
import type { Page, PageRequest } from '../ports/page.ts';
import type { DeliveryFailure, WebhookSender } from '../ports/webhook-sender.ts';
import type { WebhookStore } from '../ports/webhook-store.ts';
import type { Busy, Invalid, NotFound, UnknownUnit } from './errors.ts';

export interface WebhookDeps {
  readonly webhooks: WebhookStore;
  readonly sender: WebhookSender;
  readonly clock: Clock;
  randomId(): string;
  randomBytes(count: number): Uint8Array;
  /** Why a URL may not be called, or undefined. */
  urlFault(url: string): string | undefined;
}

/** The old secret goes on signing for a day after a rotation. */
const overlapMs = dayMs;

/** Who wants to be told of what, and where. */
export const webhookRequest = z.strictObject({
  url: z.url({ protocol: /^https?$/ }).max(2_048),
  owner: z.union([z.literal('hotline'), unitCode]),
  kinds: z
    .array(z.enum(subscribable))
    .min(1)
    .refine((kinds) => new Set(kinds).size === kinds.length, 'a kind is listed twice'),
});

/** A registration as lists show it: without secrets. */
export const webhookViewSchema = z.object({
  id: z.string(),
  url: z.string(),
  owner: z.string(),
  kinds: z.array(z.string()),
  disabled: z.boolean(),
});
export type WebhookView = z.infer<typeof webhookViewSchema>;

/** Registers a receiver for the hotline or for one of `units`, by code. The secret is shown this once. */
export async function registerWebhook(
  deps: WebhookDeps,
  request: z.infer<typeof webhookRequest>,
  units: ReadonlyMap<string, unknown>,
): Promise<Result<{ webhook: WebhookView; secret: string }, Invalid | UnknownUnit>> {
  const { owner } = request;
  if (owner !== 'hotline' && !units.has(owner)) return err({ code: 'UNKNOWN_UNIT', unitCode: owner });
  const reason = deps.urlFault(request.url);
  if (reason !== undefined) return err({ code: 'INVALID', field: 'url', reason });
  const secret = makeWebhookSecret(deps.randomBytes(32));
  const registration = { ...request, id: deps.randomId(), secret };
  await deps.webhooks.put({ ...registration, rev: 1 });
  return ok({ webhook: viewOf(registration), secret });
}

/** Gives a receiver a new secret; both sign for a day. A receiver that was switched off is switched on again. */
export async function rotateWebhook(
  deps: WebhookDeps,
  id: string,
): Promise<Result<{ webhook: WebhookView; secret: string }, NotFound | Busy>> {
  const registration = await deps.webhooks.load(id);
  if (registration === undefined) return err({ code: 'NOT_FOUND' });
  const { rev, ...known } = registration;
  const { disabledAt: _, ...enabled } = known;
  const secret = makeWebhookSecret(deps.randomBytes(32));
  const rotated = rotate(enabled, secret, deps.clock.now(), overlapMs);
  if ((await deps.webhooks.put({ ...rotated, rev: rev + 1 }, rev)) === 'stale') return err({ code: 'BUSY' });
  return ok({ webhook: viewOf(rotated), secret });
}

/** Sends a test event and tells what the receiver said. */
export async function testWebhook(
  deps: WebhookDeps,
  id: string,
): Promise<Result<{ delivered: boolean; status?: number; failure?: DeliveryFailure }, NotFound>> {
  const registration = await deps.webhooks.load(id);
  if (registration === undefined) return err({ code: 'NOT_FOUND' });
  const sent = await deps.sender.test(registration, `test-${deps.randomId()}`, deps.clock.now());
  return ok(
    sent.ok ? { delivered: true, status: sent.value.status } : { delivered: false, failure: sent.error },
  );
}

/** The receivers there are, without their secrets. */
export async function listWebhooks(deps: WebhookDeps, page: PageRequest): Promise<Page<WebhookView>> {
  const listed = await deps.webhooks.list(page);
  return { ...listed, rows: listed.rows.map(viewOf) };
}

/** Ends a registration: nothing more is sent there. */
export async function removeWebhook(deps: WebhookDeps, id: string): Promise<Result<undefined, NotFound>> {
  return (await deps.webhooks.remove(id)) ? ok(undefined) : err({ code: 'NOT_FOUND' });
}

const viewOf = ({ id, url, owner, kinds, disabledAt }: Registration): WebhookView => ({
  id,
  url,
  owner,
  kinds: [...kinds],
  disabled: disabledAt !== undefined,
});
