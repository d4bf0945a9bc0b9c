import { join } from 'node:path';
import { randomId, systemClock } from '../../functions/adapters/system.ts';
import { demoCities } from '../local/demo-cities.ts';
import type { Issuer } from '../local/issuer.ts';
import { synthesize } from '../local/synthesize.ts';
import { apiClient } from '../smoke/api-client.ts';
import { runSmoke } from '../smoke/smoke.ts';
import { cdk } from './cdk.ts';
import { patient } from './patient.ts';
import { postTicket } from './post-ticket.ts';
import { prepareAssembly } from './prepare-assembly.ts';
import { publishAhead, seeRulesChange } from './publish-there.ts';
import { readOutputs } from './read-outputs.ts';
import { runPublisher } from './run-publisher.ts';
import { seeTimersFire } from './see-timers-fire.ts';
import type { Emulator } from './start-emulator.ts';

const account = '000000000000';
/** A day passes in 24 seconds: the ladder of a ticket that nobody touches is climbed while one looks on. */
const speed = 3_600;
const leftAlone = 3;

/** What a deployment test has to work with, and whom it tells what it sees. */
export interface DeployTest {
  readonly emulator: Emulator;
  readonly issuer: Issuer;
  readonly workDir: string;
  say(line: string): void;
}

/**
 * Deploys the synthesized template through CloudFormation, with the policies of its roles enforced; uses the deployed
 * API; sees timers fire, escalations happen and published rules taken over; tears down. Throws at the first thing that is
 * not as it must be.
 */
export async function deployTest({ emulator, issuer, workDir, say }: DeployTest): Promise<void> {
  const { environment } = emulator;
  const assembly = join(workDir, 'assembly');
  const outputsFile = join(workDir, 'outputs.json');
  const from = await synthesize();
  const leftOut = prepareAssembly({ from, to: assembly, issuer: issuer.url, speed });
  say(`left out, as the emulator has no sums of metrics (checked by assertion): ${leftOut.join(', ')}`);

  await cdk(['bootstrap', `aws://${account}/${environment.AWS_REGION}`, '--app', assembly], environment);
  say('cdk bootstrap: done');
  const deploy = ['deploy', '--all', '--app', assembly, '--require-approval', 'never'];
  await cdk([...deploy, '--progress', 'events', '--outputs-file', outputsFile], environment);
  const { apiId, tableName } = readOutputs(outputsFile);
  say(`cdk deploy: done, API ${apiId}, table ${tableName}`);

  const ask = patient(apiClient(`${emulator.endpoint}/_aws/execute-api/${apiId}/$default`));
  const { request } = demoCities.beijing!;
  const platformToken = await issuer.sign('platform', undefined);
  const poster = { ask, platformToken, request };
  const publish = runPublisher({ tableName, environment, speed, say });
  await publishAhead(publish);
  const opened = [await postTicket(poster, 'left-alone')];
  await runSmoke({
    ask,
    platformToken,
    tokenOfUnit: (unit) => issuer.sign('department', unit),
    request,
    sourceKey: `smoke-${randomId()}`,
    now: systemClock.now,
    say: (line) => say(`smoke: ${line}`),
  });
  while (opened.length < leftAlone) opened.push(await postTicket(poster, 'left-alone'));
  say(`timers: ${leftAlone} requests posted and left alone`);
  const ids = opened.map(({ id }) => id);
  await Promise.all([
    seeTimersFire({ ask, platformToken, ids, say }),
    seeRulesChange({ poster, publish, before: opened[0]!, say }),
  ]);

  await cdk(['destroy', '--all', '--force', '--app', assembly], environment);
  const after = await ask('GET', '/health').catch(() => ({ status: 0 }));
  if (after.status === 200) throw new Error('the API still answers after cdk destroy');
  say('cdk destroy: done, the API is gone');
}
