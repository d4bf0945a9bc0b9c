import { isMessage } from '../../../functions/core/record/is-message.ts';
import type { OwedEffect } from '../../../functions/core/record/ticket-record.ts';
import type { DeliveriesChecked } from '../check-deliveries.ts';
import type { LivesChecked } from '../check-lives.ts';
import { spreadCells, spreadOf } from '../quantiles.ts';
import type { Finding } from '../report.ts';
import type { Kill } from './killed-host.ts';
import { compareByHand } from './limits-by-hand.ts';
import type { PostRun } from './post-all.ts';
import type { StoredData } from './stored-data.ts';

export interface KillEvidence {
  readonly posts: number;
  readonly rounds: number;
  readonly speed: number;
  readonly kills: readonly Kill[];
  readonly run: PostRun;
  readonly lives: LivesChecked;
  readonly told: DeliveriesChecked;
  readonly stored: StoredData;
  readonly owners: ReadonlySet<string>;
  readonly refusedDeliveries: readonly string[];
}

/** Holds what was found after the last kill against what had been acknowledged and owed. */
export function judgeKill(evidence: KillEvidence): Finding[] {
  const { posts, rounds, kills, run, lives, told, stored, owners, refusedDeliveries } = evidence;
  const keys = new Set(stored.sourceKeys);
  const byHand = compareByHand(lives.files, evidence.speed);
  const acknowledged = run.acknowledged.length;
  const twice = stored.sourceKeys.length - keys.size;
  const items = lives.effects.flatMap((effect) => missingItem(effect, stored.keys));
  const elsewhere = lives.effects.filter((effect) => isMessage(effect) && !owners.has(effect.to));
  const dead = [...stored.messages].filter(([name]) => name.includes('DeadLetters'));
  const deadCount = dead.reduce((sum, [, held]) => sum + held, 0);
  return [
    finding(
      'killed in the middle of posts',
      kills.length === rounds && kills.every(({ inFlight }) => inFlight > 0),
      `${kills.length} of ${rounds} times`,
    ),
    finding('every post acknowledged in the end', acknowledged === posts, `${acknowledged} of ${posts}`),
    none('acknowledged request lost', lives.lost, `${acknowledged}`),
    finding(
      'one ticket a source key',
      twice === 0 && keys.size === posts,
      `${stored.sourceKeys.length} tickets of ${keys.size} keys`,
    ),
    none('history other than the rules make of it', lives.wrong, `${acknowledged}`),
    none('time other than by plain arithmetic', byHand.wrong, `${byHand.compared} compared`),
    finding('some times were compared', byHand.compared > 0, `${byHand.compared}`),
    none('promise due and not kept', lives.unkept, `${lives.promisesKept} kept once each`),
    none('promise or effect early', [...lives.early, ...told.early], `${lives.promisesKept}`),
    finding('every receiver of a message is listened to', elsewhere.length === 0, `${owners.size} receivers`),
    none('owed effect not arrived', told.missing, `${told.owed} messages owed`),
    none('owed view, ledger entry or sighting not there', items, `${lives.effects.length - told.owed} owed`),
    finding('nothing owed any more', stored.owed === 0, `${stored.owed} effects on tickets`),
    none('effect nobody owed', [...told.unowed, ...told.altered], `${told.owed}`),
    none('signature or form refused', refusedDeliveries, `${told.owed + told.repeats} deliveries`),
    finding('no dead letters', deadCount === 0 && dead.length > 0, `${deadCount} in ${dead.length} queues`),
  ];
}

/** What the run was like, for the reader. */
export function describeKill({ kills, run, told }: KillEvidence, retries: number): string[][] {
  const downs = spreadOf(kills.map(({ downMs }) => downMs));
  return [
    ['kills', `${kills.length}, ${kills.reduce((sum, { inFlight }) => sum + inFlight, 0)} posts in flight`],
    ['down until answering again', spreadCells(downs).join('  ')],
    ['tries repeated', `${retries}; ${run.foundByRetry} posts had been taken although no answer came`],
    ['commands done', `${run.commandsDone} of ${run.commands.size} sent`],
    ['effects heard again', `${told.repeats} of ${told.owed}, dropped by their id`],
    ['late, with the time down', spreadCells(told.lateness).join('  ')],
  ];
}

function missingItem({ id, kind, to, ticketId }: OwedEffect, keys: ReadonlySet<string>): string[] {
  if (kind === 'view') return keys.has(`T#${ticketId}/UNIT#${to}`) ? [] : [id];
  if (kind === 'sighting') {
    return [...keys].some((key) => key.startsWith('S#') && key.endsWith(`#${ticketId}`)) ? [] : [id];
  }
  if (kind !== 'ledger') return [];
  return [...keys].some((key) => key.startsWith(`L#${to}#`) && key.endsWith(`/${id}`)) ? [] : [id];
}

const finding = (promise: string, kept: boolean, saw: string): Finding => ({ promise, saw, kept });

const none = (promise: string, names: readonly string[], of: string): Finding => {
  const shown = names.length === 0 ? '' : `: ${names.slice(0, 3).join('; ')}`;
  return { promise, saw: `${names.length} of ${of}${shown}`, kept: names.length === 0 };
};
