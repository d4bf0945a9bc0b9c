import { ok } from '../../core/result.ts';
import type { DeadLetters } from '../../ports/dead-letters.ts';
import type { Deps } from '../../usecases/deps.ts';
import { eraseRequest } from '../../usecases/erase-request.ts';
import {
  listWebhooks,
  registerWebhook,
  removeWebhook,
  rotateWebhook,
  testWebhook,
  type WebhookDeps,
} from '../../usecases/manage-webhooks.ts';
import { pageOf } from '../page-of.ts';
import type { Runs } from '../run.ts';

/** Dead letters one request puts back: what fits into the function's time. */
const redriveMax = 500;

export interface ManageDeps extends WebhookDeps {
  readonly tickets: Deps;
  readonly deadLetters: DeadLetters;
}

/** What operators do: receivers of webhooks, dead letters, erasure of personal data. */
export const manageRuns = (deps: ManageDeps): Runs<'manage'> => ({
  erasePersonalData: async ({ path }) => {
    const erased = await eraseRequest(deps.tickets, path.ticketId);
    return erased.ok ? ok({ status: 204 }) : erased;
  },
  registerWebhook: async ({ body }) => {
    const registered = await registerWebhook(deps, body, deps.tickets.city.rules.units.byCode);
    return registered.ok ? ok({ status: 201, body: registered.value }) : registered;
  },
  listWebhooks: async ({ query }) => ok({ status: 200, body: await listWebhooks(deps, pageOf(query)) }),
  removeWebhook: async ({ path }) => {
    const removed = await removeWebhook(deps, path.webhookId);
    return removed.ok ? ok({ status: 204 }) : removed;
  },
  rotateWebhook: async ({ path }) => {
    const rotated = await rotateWebhook(deps, path.webhookId);
    return rotated.ok ? ok({ status: 200, body: rotated.value }) : rotated;
  },
  testWebhook: async ({ path }) => {
    const tested = await testWebhook(deps, path.webhookId);
    if (!tested.ok) return tested;
    const { failure, ...told } = tested.value;
    return ok({
      status: 200,
      body: { ...told, ...(failure === undefined ? {} : { failure: failure.code }) },
    });
  },
  redriveDeadLetters: async () =>
    ok({ status: 200, body: { redriven: await deps.deadLetters.redrive(redriveMax) } }),
});
