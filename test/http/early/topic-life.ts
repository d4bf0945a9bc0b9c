import { expect } from 'vitest';
import type { CaseEntry } from '../../../functions/core/score/ledger-entry.ts';
import { topicExamples } from '../../../functions/http/openapi/topic-examples.ts';
import { passTime } from '../../../sim/walk/host/pass-time.ts';
import type { VirtualClock } from '../../../sim/walk/host/virtual-clock.ts';
import { testRoles } from '../support/roles.ts';
import type { TestService } from '../support/test-service.ts';

export const { city, district, platform, subdistrict } = testRoles;

/** Staff of 市交通委, which leads the topic of the examples, and of 市城市管理委, which helps. */
export const staffOf = (unit: string) => ({
  sub: `staff-of-${unit}`,
  role: 'department',
  unit,
  scope: 'early.read tickets.handle tickets.read',
});
export const transport = staffOf('transport');

export const topicBody = topicExamples.openTopic.body;
export const parking = '0601-02';

/** A case of a subdistrict of 东城区, of which the citizen says that it is resolved, or not. */
export const caseOf = (month: string, n: number, but: Partial<CaseEntry> = {}): CaseEntry => {
  const id = `${month.replace('-', '')}${String(n).padStart(26, '0')}`;
  return {
    type: 'case',
    unit: '110101001',
    month,
    id: `${id}.7`,
    at: Date.parse(`${month}-15T10:00:00+08:00`) + n,
    ticketId: id,
    kind: 'complaint',
    item: parking,
    tier: 'complex',
    outcome: 'resolved',
    onTime: true,
    responded: 'yes',
    resolved: 'yes',
    satisfied: 'yes',
    reopens: 0,
    ...but,
  };
};

/** Puts `count` cases into the ledger of a month, the first `bad` of them unresolved and dissatisfied. */
export async function putCases(
  service: TestService,
  month: string,
  { count, bad, ...but }: { readonly count: number; readonly bad: number } & Partial<CaseEntry>,
): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    const said = n < bad ? 'no' : 'yes';
    await service.tickets.store.putLedger(caseOf(month, n, { resolved: said, satisfied: said, ...but }));
  }
}

/** Three months of parking, 40 cases each and half of them unresolved. */
export async function putBaseline(service: TestService): Promise<void> {
  for (const month of ['2026-08', '2026-09', '2026-10']) {
    await putCases(service, month, { count: 40, bad: 20 });
  }
}

/** The service's clock as time passes by it. */
export const clockOf = (service: TestService): VirtualClock => ({
  now: () => service.time.now,
  moveTo: (at) => {
    service.time.now = at;
  },
});

/** Lets time pass; everything promised is kept at its own instant, and jobs that are asked for are done. */
export async function pass(service: TestService, until: number | string): Promise<void> {
  const end = typeof until === 'number' ? until : Date.parse(until);
  const clock = clockOf(service);
  while (service.time.now < end) {
    const next = Math.min(end, service.time.now + 3_600_000);
    await passTime(service.tickets, clock, next);
    await service.workOnBoards();
  }
}

/** Opens the topic of the examples and lets its baseline be counted. */
export async function openedTopic(service: TestService): Promise<{ readonly topicId: string }> {
  await putBaseline(service);
  const opened = await service.call('openTopic', { role: city, body: topicBody });
  expect(opened.status).toBe(201);
  await pass(service, service.time.now + 2 * 3_600_000);
  return { topicId: String(opened.json.topicId) };
}
