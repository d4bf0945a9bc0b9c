import { expect } from 'vitest';
import { sampleSubmission } from '../../../functions/http/openapi/sample-ticket.ts';
import { testRoles } from './roles.ts';
import type { TestService } from './test-service.ts';

const { platform, lead, city } = testRoles;

/** The board of the month in which the test service stands, and the row of the lead of {@link closedTicket}. */
export const monthPath = { kind: 'month', period: '2026-11' };
export const waterPath = { ...monthPath, unitCode: 'ent-water' };

/** Staff of a subdistrict that has nothing to do with the tickets. */
export const street = {
  sub: 'staff-2',
  role: 'unit',
  unit: '110101017',
  scope: 'boards.read tickets.handle',
};

/** A ticket of 自来水集团 that is answered in time; the citizen says whether the matter is resolved. */
export async function closedTicket(service: TestService, n: number, resolved: boolean): Promise<string> {
  const body = { ...sampleSubmission, sourceKey: `call-${n}`, itemCode: '0101-01' };
  const { json } = await service.call('submitTicket', { role: platform, body });
  const ticket = { ticketId: String(json.ticketId) };
  await service.call('sign', { role: lead, path: ticket, body: {} });
  await service.call('contact', { role: lead, path: ticket, body: {} });
  const callback = {
    reached: true,
    responded: true,
    resolved,
    grade: resolved ? 'satisfied' : 'dissatisfied',
  };
  // Not resolved, it is sent back twice before a supervisor may close it.
  for (let round = 0; round < (resolved ? 1 : 3); round += 1) {
    await service.call('answer', { role: lead, path: ticket, body: { text: '管道已修复。' } });
    await service.call('recordCallback', { role: platform, path: ticket, body: callback });
  }
  if (!resolved)
    await service.call('close', { role: city, path: ticket, body: { text: '无法进一步处理。' } });
  return ticket.ticketId;
}

/** Asks for a job, lets it be done and reads what came of it. */
export async function boardJob(
  service: TestService,
  task: 'refreshBoard' | 'publishBoard' | 'verifyBoard',
  body: object = {},
) {
  const asked = await service.call(task, { role: city, path: monthPath, body });
  expect(asked.status).toBe(202);
  await service.workOnBoards();
  const jobId = asked.headers.location?.split('/').at(-1) ?? '';
  return (await service.call('readBoardJob', { role: city, path: { jobId } })).json;
}
