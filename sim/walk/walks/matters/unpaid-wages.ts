import { dayMs, minuteMs } from '../../../../functions/core/time.ts';
import type { TicketView } from '../../../../functions/usecases/ticket-view.ts';
import { inParallel } from '../../steps/in-parallel.ts';
import { askMatter, type Matter, membersOf, openMatter, readMatter, tally } from '../../steps/matters.ts';
import { content } from '../../steps/settle.ts';
import type { Walker } from '../../walker.ts';

const street = '110108010';
const lead = '110108-labour';
const item = '0901-01';

/** The five batches: how many workers, and what they are to be paid by instalments, in yuan. */
const batches = [
  { workers: 12, yuan: 420_000 },
  { workers: 10, yuan: 350_000 },
  { workers: 10, yuan: 340_000 },
  { workers: 9, yuan: 310_000 },
  { workers: 8, yuan: 277_000 },
] as const;

/** An internet firm owes wages; batch by batch its workers join one matter, and each batch gets its mediation. */
export async function unpaidWages(w: Walker): Promise<void> {
  const city = w.as('110000');
  const bureau = w.as(lead);
  let matter: Matter | undefined;
  for (const [index, { workers, yuan }] of batches.entries()) {
    const batch = await w.quietly(() => submitBatch(w, index + 1, workers));
    const ticketIds = batch.map(({ ticketId }) => ticketId);
    if (matter === undefined) {
      const title = '某互联网信息服务公司欠薪';
      matter = await openMatter(city, { title, itemCode: item, leadUnit: lead, ticketIds });
    } else await askMatter(city, matter, 'addMatterMembers', { ticketIds });
    await w.pass(minuteMs);
    await w.pass(2 * dayMs);
    const text = `第${index + 1}批${workers}人已达成分期支付调解协议并经司法确认，合计 ${yuan} 元。`;
    await askMatter(bureau, matter, 'answerMatter', { text, batches: [index + 1] });
    await w.pass(3 * dayMs);
    await w.quietly(() =>
      inParallel(batch, (ticket) => w.hotline.command(ticket, 'recordCallback', content)),
    );
  }
  await askMatter(bureau, matter!, 'closeMatter');
  await w.pass(minuteMs);
  await lookBack(w, matter!);
}

async function lookBack(w: Walker, matter: Matter): Promise<void> {
  const closed = await readMatter(w.hotline, matter);
  w.expect('wages: batches and workers', [closed.batches.length, closed.members], [5, 49]);
  w.expect('wages: the matter is', closed.status, 'closed');
  w.expect(
    'wages: answered batch by batch',
    closed.answers.map(({ batches: of, done }) => [of?.[0], done]),
    batches.map(({ workers }, index) => [index + 1, workers]),
  );
  const rows = await membersOf(w, matter);
  w.expect('wages: what became of the workers’ requests', tally(rows.map(({ outcome }) => outcome ?? '')), {
    resolved: 49,
  });
  const notes = await w.hotline.get<{ rows: { text: string }[] }>(
    `/undertakings/${matter.undertakingId}/notes?limit=100`,
  );
  const yuan = notes.rows.map(({ text }) => Number(/合计 (\d+) 元/.exec(text)?.[1] ?? 0));
  w.expect(
    'wages: confirmed in all, yuan',
    yuan.reduce((sum, part) => sum + part, 0),
    1_697_000,
  );
}

const submitBatch = (w: Walker, batch: number, workers: number): Promise<TicketView[]> =>
  inParallel(
    Array.from({ length: workers }, (_, n) => n + 1),
    (n) =>
      w.hotline.submit({
        source: '12345',
        sourceKey: `wages-${batch}-${n}`,
        kind: 'help',
        channel: 'phone',
        description: '公司拖欠工资，找不到负责人。',
        itemCode: item,
        place: { unitCode: street },
      }),
  );
