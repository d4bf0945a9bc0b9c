import { relative } from 'node:path';
import type { LocalHost } from './local-host.ts';
import { roleNames, roles } from './roles.ts';

/** A first request to try: a burst pipe in a residential block. */
const firstRequest = {
  source: '12345',
  sourceKey: 'demo-1',
  kind: 'help',
  channel: 'phone',
  description: '楼道水管爆裂，一楼进水。A water pipe burst and floods the ground floor.',
  itemCode: 'water-burst-pipe',
  place: { unitCode: '110101017' },
};

/** What `npm start` prints: where the city listens, a token for each role, and a first request to paste. */
export async function banner(host: LocalHost, speed: number): Promise<string> {
  const width = Math.max(...roleNames.map((role) => role.length));
  const tokens = await Promise.all(
    roleNames.map(async (role) => {
      const { who, unit } = roles[role];
      const speaksFor = unit === null ? '' : `, unit ${unit}`;
      return `  ${role.padEnd(width)}  ${who}${speaksFor}\n  ${await host.mint(role)}\n`;
    }),
  );
  const curl = [
    `curl -sS ${host.url}/tickets`,
    `-H 'authorization: Bearer ${await host.mint('platform')}'`,
    `-H 'content-type: application/json'`,
    `-d '${JSON.stringify(firstRequest)}'`,
  ].join(' \\\n  ');
  return `CityWhistle (城市哨声) listens on ${host.url}${speed === 1 ? '' : `, time runs ${speed} times as fast`}

Tokens, valid for a day; for another unit: POST ${host.url}/local/token {"role": "unit", "unit": "..."}

${tokens.join('\n')}
A first request (第一个诉求):

${curl}

API description: ${host.url}/openapi.json    Log lines: ${relative('.', host.logsDir)}/*.log    Stop: Ctrl-C
`;
}
