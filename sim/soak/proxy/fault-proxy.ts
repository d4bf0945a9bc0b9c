import { once } from 'node:events';
import { Agent, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { scheduler } from 'node:timers/promises';
import type { Clock } from '../../../functions/ports/clock.ts';
import { readBody } from '../../../infra/local/gateway/read-body.ts';
import { type Api, doneAnswer, type OwnAnswer, refusedAnswer, throttledAnswer } from './fault-answers.ts';
import { passOn, type WholeAnswer, type WholeRequest } from './pass-on.ts';
import type { Sabotage } from './sabotage.ts';
import { type DoneCall, isDeletion, isDisturbed, isSend, readCall, type ServerCall } from './server-call.ts';
import type { SoakFault, SoakFaults } from './soak-faults.ts';

const bytesMax = 16 * 1024 * 1024;

/** Where a host calls instead of its server. */
export interface FaultProxy {
  readonly endpoint: string;
  /** Calls that reached it. */
  calls(): number;
  close(): Promise<void>;
}

/** What a proxy asks about each call. */
type DrawnFaults = Pick<SoakFaults, 'first' | 'delayMs' | 'isOut'>;

interface FaultProxyProps {
  readonly api: Api;
  readonly upstream: string;
  readonly faults: DrawnFaults;
  readonly clock: Clock;
  readonly sabotage?: Sabotage | undefined;
  /** Told of each call that the server has done, also when its caller is never told. */
  readonly onDone: (call: DoneCall) => void;
}

/** Stands before a server and lets calls come to grief. */
export async function startFaultProxy(props: FaultProxyProps): Promise<FaultProxy> {
  const agent = new Agent({ keepAlive: true });
  let calls = 0;
  let meddled = 0;
  const meddle = (call: ServerCall | undefined) => {
    if (call === undefined || props.sabotage?.matches(call) !== true) return undefined;
    meddled += 1;
    return meddled % props.sabotage.each === 0 ? props.sabotage.meddle(call) : undefined;
  };

  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await readBody(request, bytesMax);
    if (!body.ok) return void response.destroy();
    calls += 1;
    const at = props.clock.now();
    const call = readCall(headerOf(request, 'x-amz-target'), body.value, at);
    const isCalm = call === undefined || !isDisturbed(call);
    if (!isCalm && props.faults.isOut(at)) return void response.destroy();
    const fault = isCalm ? undefined : faultOf(call, props.faults);
    const own = isCalm ? undefined : ownAnswer(call, fault, props.api);
    if (own !== undefined) return answerOwn(response, own);
    if (fault === 'cutShort') return void response.destroy();
    await scheduler.wait(props.faults.delayMs(fault));
    const instead = meddle(call);
    if (instead !== undefined && 'status' in instead) return answerOwn(response, instead as OwnAnswer);
    const whole: WholeRequest = {
      method: request.method ?? 'POST',
      path: request.url ?? '/',
      headers: request.headers,
      body: instead === undefined ? body.value : Buffer.from(JSON.stringify(instead)),
    };
    const answer = await pass(whole, call, response);
    if (fault === 'sentTwice') await pass(whole, call, response);
    if (fault === 'lostAnswer') return void response.destroy();
    answerWith(response, answer, fault === 'halfAnswer');
  };

  const pass = async (whole: WholeRequest, call: ServerCall | undefined, response: ServerResponse) => {
    const given = new AbortController();
    // A message must not be handed to somebody who has left; everything else is done whether anybody waits or not.
    const isPoll = call?.operation === 'ReceiveMessage';
    const leave = () => given.abort();
    if (isPoll) response.on('close', leave);
    const { upstream, clock } = props;
    const answer = await passOn({ upstream, agent, ...(isPoll && { signal: given.signal }) }, whole);
    response.off('close', leave);
    if (call !== undefined && answer.status === 200) {
      const output = JSON.parse(answer.body.toString('utf8') || '{}') as DoneCall['output'];
      props.onDone({ ...call, output, doneAt: clock.now() });
    }
    return answer;
  };

  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls: () => calls,
    async close() {
      server.close();
      server.closeAllConnections();
      agent.destroy();
      await once(server, 'close');
    },
  };
}

const anyCall: readonly SoakFault[] = [
  'refused',
  'throttled',
  'cutShort',
  'lostAnswer',
  'halfAnswer',
  'slow',
  'straggler',
];

function faultOf(call: ServerCall, faults: DrawnFaults): SoakFault | undefined {
  if (isSend(call)) return faults.first([...anyCall, 'sentTwice']);
  return faults.first(isDeletion(call) ? [...anyCall, 'undeleted'] : anyCall);
}

function ownAnswer(call: ServerCall, fault: SoakFault | undefined, api: Api): OwnAnswer | undefined {
  if (fault === 'refused') return refusedAnswer(api);
  if (fault === 'throttled') return throttledAnswer(api);
  return fault === 'undeleted' ? doneAnswer(call) : undefined;
}

function answerOwn(response: ServerResponse, { status, body }: OwnAnswer): void {
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify(body));
}

function answerWith(response: ServerResponse, { status, headers, body }: WholeAnswer, isHalf: boolean): void {
  const { connection: _, 'keep-alive': __, 'transfer-encoding': ___, ...rest } = headers;
  response.writeHead(status, { ...rest, 'content-length': String(body.length) });
  if (!isHalf) return void response.end(body);
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.destroy());
}

const headerOf = (request: IncomingMessage, name: string): string | undefined =>
  [request.headers[name]].flat()[0];
