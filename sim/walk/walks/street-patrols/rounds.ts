import type { Walker } from '../../walker.ts';

interface Route {
  readonly routeId: string;
}

interface Chief {
  readonly role: string;
  readonly name: string;
  readonly roleName: { readonly zh: string };
}

interface Coverage {
  readonly role: string;
  readonly rhythm: string;
  readonly due: number;
  readonly done: number;
  readonly missed: number;
  readonly open: number;
  readonly findings: number;
  readonly stops: number;
  readonly stopsCovered: number;
}

/** The subdistrict lays out the routes of a street chief and a lane steward, and whoever asks is told who they are. */
export async function openRoutes(
  w: Walker,
  { township, village }: { readonly township: string; readonly village: string },
): Promise<{ readonly chief: Route; readonly steward: Route }> {
  const open = (role: string, name: string, stops: readonly string[]) =>
    w.as(township).post<Route>(
      '/patrols',
      {
        role,
        street: { zh: '村口街', en: 'Village Gate Street' },
        unitCode: village,
        chief: { name },
        stops,
        from: '2018-08-01',
      },
      { what: `设立${name}的巡查路线`, expect: 201 },
    );
  const chief = await open('street-chief', '街巷长（占位）', ['村口', '便道', '停车场']);
  const steward = await open('lane-steward', '小巷管家（占位）', ['村口', '便道']);
  const { rows } = await w.hotline.get<{ rows: readonly Chief[] }>(`/street-chiefs?area=${township}`, {
    what: '街巷长公示（无需令牌）',
    fact: (page: { rows: readonly Chief[] }) =>
      page.rows.map((row) => `${row.roleName.zh} ${row.name}`).join('; '),
  });
  w.expect('who answers for the street is public', rows.map(({ role }) => role).sort(), [
    'lane-steward',
    'street-chief',
  ]);
  return { chief, steward };
}

/** What was walked and what was missed by now, as the report has it and as the subdistrict was told. */
export async function reportRounds(w: Walker, township: string): Promise<void> {
  const { rows } = await w
    .as(township)
    .get<{ rows: readonly Coverage[] }>(`/patrol-coverage?area=${township}&from=2018-08&until=2018-08`, {
      what: '巡查覆盖情况',
      fact: (report: { rows: readonly Coverage[] }) =>
        report.rows
          .map(({ role, rhythm, done, missed }) => `${role} ${rhythm}: ${done} made, ${missed} missed`)
          .join('; '),
    });
  w.expect(
    'rounds due, made, missed and still open; findings; stops covered',
    rows.map((row) => [
      `${row.role} ${row.rhythm}`,
      row.due,
      row.done,
      row.missed,
      row.open,
      row.findings,
      `${row.stopsCovered} of ${row.stops}`,
    ]),
    [
      ['lane-steward daily', 31, 1, 9, 21, 1, '2 of 2'],
      ['street-chief daily', 31, 1, 9, 21, 1, '2 of 3'],
      ['street-chief monthly', 1, 1, 0, 0, 1, '2 of 3'],
      ['street-chief weekly', 4, 1, 0, 3, 1, '2 of 3'],
    ],
  );
  const told = w.sentOfUndertakingsTo(township).filter(({ event }) => event === 'roundMissed');
  w.expect('the subdistrict was told of each missed round, once', told.length, 18);
}
