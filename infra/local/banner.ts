import { relative } from 'node:path';
import { demoCities } from './demo-cities.ts';
import type { LocalHost } from './local-host.ts';
import { roleNames, roles } from './roles.ts';

/** What `npm start` prints: where the city listens, a token for each role, and a first request to paste. */
export async function banner(host: LocalHost, speed: number): Promise<string> {
  const demo = demoCities[host.city];
  const tokens = await Promise.all(
    roleNames.map(async (role) => {
      const unit = demo?.units[role];
      const speaksFor = unit === undefined ? '' : `, unit ${unit}`;
      return `  ${role.padEnd(10)}  ${roles[role].who}${speaksFor}\n  ${await host.mint(role)}\n`;
    }),
  );
  const pace = speed === 1 ? '' : `; time runs ${speed} times as fast (时间加速 ${speed} 倍)`;
  return `CityWhistle (城市哨声) runs ${host.city} on ${host.url}${pace}

Tokens, valid for a day (令牌，一天有效):

${tokens.join('\n')}
A token for any other unit (其他单位的令牌):

curl -sS ${host.url}/local/token -d '{"role":"unit","unit":"..."}'

${demo ? await firstRequest(host, demo.request) : ''}API: ${host.url}/openapi.json    Log lines: ${relative('.', host.logsDir)}/*.log    Stop: Ctrl-C
`;
}

async function firstRequest(host: LocalHost, request: object): Promise<string> {
  const command = [
    `curl -sS ${host.url}/tickets`,
    `-H 'authorization: Bearer ${await host.mint('platform')}'`,
    `-H 'content-type: application/json'`,
    `-d '${JSON.stringify(request)}'`,
  ].join(' \\\n  ');
  return `A first request (第一个诉求):\n\n${command}\n\n`;
}
