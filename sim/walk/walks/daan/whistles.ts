import { hourMs } from '../../../../functions/core/time.ts';
import { inParallel } from '../../steps/in-parallel.ts';
import { eachDoes, finishAndRelease, heldBy } from '../../steps/report-in.ts';
import type { Walker } from '../../walker.ts';

/** More than 130 in the source. */
const whistles = 131;
const matters = [
  { itemCode: '0101-01', called: 'housing', text: '老旧小区污水管网破损。' },
  { itemCode: '0201-01', called: 'enforcement', text: '公共区域占道经营。' },
  { itemCode: '0201-02', called: 'planning', text: '私搭乱建。' },
] as const;

/** 街道吹哨: 131 whistles for three kinds of matters; one department comes late, one never. */
export async function streetWhistles(w: Walker, streets: readonly string[]): Promise<void> {
  const opened = await w.quietly(() =>
    inParallel(Array.from({ length: whistles }), async (_, n) => {
      const street = streets[n % streets.length]!;
      const { itemCode, called, text } = matters[n % matters.length]!;
      const finding = {
        sourceKey: `patrol-${n}`,
        kind: 'patrol',
        channel: 'patrol',
        description: text,
        itemCode,
      };
      const ticket = await w.as(street).find(finding);
      await w.as(ticket.leadUnit!).command(ticket, 'sign');
      await w.as(street).command(ticket, 'blowWhistle', { kind: 'enforcement', unitCodes: [called] });
      return { ticket, street, called };
    }),
  );
  w.say(`${opened.length} whistles blown for sewers, trade on public ground and unlawful building`);
  const [late, missed, ...inTime] = opened;
  await w.pass(3 * hourMs);
  const work = async ({ ticket, street, called }: (typeof opened)[number]) => {
    await w.as(called).command(ticket, 'arrive');
    await w.as(called).command(ticket, 'finishTask');
    await w.as(street).command(ticket, 'release', { unitCode: called });
    await w.as(ticket.leadUnit!).command(ticket, 'answer', { text: '协同解决。' });
  };
  await w.quietly(() => inParallel(inTime, work));
  w.say(`${inTime.length} answered within hours (部门协同解决)`);
  await w.pass(24 * hourMs);
  await w.quietly(() => work(late!));
  w.say(`${late!.called} comes after its limit (迟到)`);
  await w
    .as('daan')
    .command(missed!.ticket, 'failSummons', { unitCode: missed!.called, text: '始终未到场。' });
  await w.quietly(() =>
    w.as(missed!.ticket.leadUnit!).command(missed!.ticket, 'answer', { text: '街道自行处置。' }),
  );
  const month = '2021-04';
  const faults = await inspection(w, ['housing', 'enforcement', 'planning'], month);
  w.expect(
    'for the inspection (市委巡察): one late, one never came',
    faults.sort(),
    [`${missed!.called}: missedArrival`, `${late!.called}: lateArrival`].sort(),
  );
  const csv = await w
    .as('daan')
    .getText(`/inspection?unit=housing&month=${month}&format=csv`, { what: '导出巡察材料（CSV）' });
  w.expect(
    'the export opens as it is, with Chinese headings',
    csv.startsWith('\ufeff单位代码,月份,问题'),
    true,
  );
  const summoned = await w.quietly(() =>
    Promise.all(['housing', 'enforcement', 'planning'].map((unit) => summonses(w, unit, month))),
  );
  const count = new Set(summoned.flat()).size;
  w.say(`${count} whistles on the accounts of these departments, the squad's among them`);
  w.expect('more than 130 whistles on the account (累计吹哨 130 余次)', count > 130, true);
}

async function inspection(w: Walker, units: readonly string[], month: string): Promise<string[]> {
  const faults: string[] = [];
  for (const unit of units) {
    const { rows } = await w
      .as('daan')
      .get<{ rows: readonly { fault: string; unitCode: string }[] }>(
        `/inspection?unit=${unit}&month=${month}`,
        {
          what: '导出巡察材料',
          fact: (page: { rows: unknown[] }) => `${page.rows.length} rows`,
        },
      );
    const ofSummonses = rows.filter(({ fault }) => fault.endsWith('Arrival'));
    faults.push(...ofSummonses.map(({ fault, unitCode }) => `${unitCode}: ${fault}`));
  }
  return faults;
}

interface LedgerPage {
  readonly rows: readonly { readonly type: string; readonly ticketId?: string }[];
  readonly cursor?: string;
}

/** The tickets a department was whistled to in a month, from its account. */
async function summonses(w: Walker, unit: string, month: string): Promise<string[]> {
  const found: string[] = [];
  let cursor = '';
  do {
    const page = await w
      .as('daan')
      .get<LedgerPage>(
        `/tickets?unit=${unit}&month=${month}&limit=100${cursor === '' ? '' : `&cursor=${cursor}`}`,
      );
    found.push(...page.rows.filter(({ type }) => type === 'summons').map(({ ticketId }) => ticketId!));
    cursor = page.cursor === undefined ? '' : encodeURIComponent(page.cursor);
  } while (cursor !== '');
  return found;
}

/** 执法下沉: the street's own squad comes when it calls, and goes when it says so. */
export async function squad(w: Walker, street: string): Promise<void> {
  const teams = [...w.units.values()].filter(({ kind }) => kind === 'team');
  const posted = teams.flatMap(({ members = [] }) => members.filter(({ role }) => role === 'resident'));
  w.expect('departments that post staff (下沉部门)', new Set(posted.map(({ unit }) => unit)).size, 8);
  w.expect(
    'officers under the command of the streets (下沉执法人员)',
    posted.reduce((sum, { persons = 0 }) => sum + persons, 0),
    85,
  );
  const finding = {
    sourceKey: 'night-market',
    kind: 'patrol',
    channel: 'patrol',
    description: '夜市占道，需联合执法。',
    itemCode: '0201-01',
  };
  const ticket = await w.as(street).find(finding);
  await w.as(street).command(ticket, 'sign');
  const blown = await w.as(street).command(ticket, 'blowWhistle', {
    kind: 'enforcement',
    unitCodes: [`${street}-squad`],
  });
  w.expect('the squad and its eight come (综合行政执法队)', heldBy(blown).length, 9);
  await eachDoes(w, blown, heldBy(blown), 'arrive');
  const free = await finishAndRelease(w, blown, street);
  w.expect('the street lets them go (街道直接调度和指挥)', heldBy(free), []);
  await w.as(street).command(ticket, 'answer', { text: '联合执法完毕。' });
}
