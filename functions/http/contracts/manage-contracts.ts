import * as z from 'zod';
import { registrationSchema } from '../../core/webhooks/registration.ts';
import { webhookRequest, webhookViewSchema } from '../../usecases/manage-webhooks.ts';
import type { OperationId } from '../routes.ts';
import type { Contract } from './contract.ts';
import { pageQuery, ticketPath } from './parameters.ts';

const webhookPath = z.strictObject({
  webhookId: registrationSchema.shape.id.meta({ description: '回调登记编号 / id of a registration' }),
});

const webhookPage = z.object({ rows: z.array(webhookViewSchema), cursor: z.string().optional() });

/** The only answers with a secret: it is shown once. */
const withSecret = z.object({ webhook: webhookViewSchema, secret: z.string() });

export const manageContracts = {
  registerWebhook: {
    body: webhookRequest,
    answers: { 201: withSecret },
    refusals: ['INVALID', 'UNKNOWN_UNIT'],
  },
  listWebhooks: {
    query: z.strictObject(pageQuery),
    answers: { 200: webhookPage },
    refusals: ['BAD_CURSOR'],
  },
  removeWebhook: { path: webhookPath, answers: { 204: null }, refusals: ['NOT_FOUND'] },
  rotateWebhook: { path: webhookPath, answers: { 200: withSecret }, refusals: ['NOT_FOUND'] },
  testWebhook: {
    path: webhookPath,
    answers: {
      200: z.object({
        delivered: z.boolean(),
        /** What the receiver answered. */
        status: z.int().optional(),
        /** Why it could not be told. */
        failure: z.string().optional(),
      }),
    },
    refusals: ['NOT_FOUND'],
  },
  redriveDeadLetters: {
    answers: { 200: z.object({ redriven: z.int().min(0) }) },
    refusals: [],
  },
  erasePersonalData: {
    path: ticketPath,
    answers: { 204: null },
    refusals: ['NOT_FOUND'],
  },
} as const satisfies Partial<Record<OperationId, Contract>>;
