import { describe, expect, it } from 'vitest';
import { hourMs, minuteMs } from '../../functions/core/time.ts';
import { commandTicket } from '../../functions/usecases/command-ticket.ts';
import type { WireCommand } from '../../functions/usecases/wire-command.ts';
import { beijing } from '../support/beijing.ts';
import { overlaidCity, says } from '../support/overlaid-city.ts';
import { staffOf, Town } from './town.ts';

const street = '110101017';
const [lead, district] = [staffOf(street), staffOf('110101')];
const sign: WireCommand = { type: 'sign', body: {} };
const answer: WireCommand = { type: 'answer', body: { text: '已抢修完毕。' } };
const blow: WireCommand = { type: 'blowWhistle', body: { kind: 'emergency', unitCodes: ['water'] } };

const through = () =>
  overlaidCity({ whistleKinds: { emergency: { single: says('district'), passWithin: says('PT10M') } } });

async function signedIn(town: Town): Promise<string> {
  const ticketId = await town.submit();
  await town.ask(ticketId, sign, lead);
  return ticketId;
}

describe('an answer and a whistle that race', () => {
  /** Both have read the ticket; then the second writes first, and the first loses its conditional write. */
  async function race(first: WireCommand, second: WireCommand) {
    const town = new Town();
    const ticketId = await signedIn(town);
    let overtaken: Awaited<ReturnType<Town['ask']>> | undefined;
    const deps = town.bent({
      save: async (record, expectedRev) => {
        overtaken ??= await town.ask(ticketId, second, lead);
        return town.store.save(record, expectedRev);
      },
    });
    const late = await town.ask(ticketId, first, lead, deps);
    return { late, overtaken, record: await town.record(ticketId) };
  }

  it('leave the ticket unanswered when the whistle is first', async () => {
    const { late, overtaken, record } = await race(answer, blow);

    expect(overtaken).toMatchObject({ ok: true });
    expect(late).toMatchObject({ ok: false, error: { code: 'SUMMONS_OPEN', open: 1 } });
    expect(record.state).toMatchObject({
      status: 'signed',
      summonses: [{ unit: 'water', status: 'called' }],
    });
  });

  it('call nobody when the answer is first', async () => {
    const { late, overtaken, record } = await race(blow, answer);

    expect(overtaken).toMatchObject({ ok: true });
    expect(late).toMatchObject({ ok: false, error: { code: 'NOT_ACCEPTED', status: 'answered' } });
    expect(record.state).toMatchObject({ status: 'answered', summonses: [] });
  });

  it('never both win, whichever way the store lets them through', async () => {
    for (let n = 0; n < 20; n += 1) {
      const town = new Town();
      const ticketId = await signedIn(town);
      const both = n % 2 === 0 ? [answer, blow] : [blow, answer];

      const done = await Promise.all(both.map((command) => town.ask(ticketId, command, lead)));

      expect(done.filter(({ ok }) => ok)).toHaveLength(1);
      const { state } = await town.record(ticketId);
      expect(state.status === 'answered').toBe(state.summonses.length === 0);
    }
  });
});

describe('a key', () => {
  const asked = (command: WireCommand, commandId = 'key-1') => ({ command, commandId, caller: lead });

  it('that comes again blows no second whistle', async () => {
    const town = new Town();
    const ticketId = await signedIn(town);
    const once = await commandTicket(town.deps, { ticketId, ...asked(blow) });
    town.now += minuteMs;

    const again = await commandTicket(town.deps, { ticketId, ...asked(blow) });

    expect([once, again]).toMatchObject([{ value: { repeated: false } }, { value: { repeated: true } }]);
    const { state, history } = await town.record(ticketId);
    expect(state.summonses).toHaveLength(1);
    expect(history.filter(({ event }) => event === 'whistleBlown')).toHaveLength(1);
  });

  it('with another body or another command is a conflict, and does nothing', async () => {
    const town = new Town();
    const ticketId = await signedIn(town);
    await commandTicket(town.deps, { ticketId, ...asked(blow) });
    const before = await town.record(ticketId);
    const police: WireCommand = { type: 'blowWhistle', body: { kind: 'emergency', unitCodes: ['police'] } };

    for (const other of [police, answer]) {
      expect(await commandTicket(town.deps, { ticketId, ...asked(other) })).toEqual({
        ok: false,
        error: { code: 'CONFLICT', ticketId },
      });
    }
    expect(await town.record(ticketId)).toEqual(before);
  });

  it('of a command written before digests were kept is taken as the same', async () => {
    const town = new Town();
    const ticketId = await signedIn(town);
    await commandTicket(town.deps, { ticketId, ...asked(blow) });
    const record = await town.record(ticketId);
    const history = record.history.map(({ commandDigest: _, ...line }) => line);
    await town.store.save({ ...record, history, rev: record.rev + 1 }, record.rev);

    const again = await commandTicket(town.deps, { ticketId, ...asked(answer) });

    expect(again).toMatchObject({ ok: true, value: { repeated: true } });
  });
});

describe('the worklist', () => {
  const open = async (town: Town, owner: string) => (await town.store.worklist(owner, { limit: 10 })).rows;

  it('of the district shows a whistle to pass on and a summons to rule on, and that of the unit what it is called to', async () => {
    const town = new Town(through());
    const ticketId = await signedIn(town);
    await town.ask(ticketId, blow, lead);
    expect(await open(town, '110101')).toMatchObject([{ ticketId, actBy: town.now + 10 * minuteMs }]);
    expect(await open(town, 'water')).toEqual([]);

    await town.ask(ticketId, { type: 'passOn', body: { unitCode: 'water' } }, district);
    expect(await open(town, '110101')).toEqual([]);
    expect(await open(town, 'water')).toMatchObject([{ ticketId, actBy: town.now + 30 * minuteMs }]);

    await town.ask(ticketId, { type: 'declineSummons', body: { text: '不属本单位。' } }, staffOf('water'));
    expect(await open(town, '110101')).toMatchObject([{ ticketId, actBy: town.now + 24 * hourMs }]);

    const excused = { unitCode: 'water', excused: true, text: '属实。' };
    await town.ask(ticketId, { type: 'ruleOnSummons', body: excused }, district);
    expect(await open(town, '110101')).toEqual([]);
    expect(await open(town, 'water')).toEqual([]);
  });

  it('of a unit that sent a stand-in shows nothing, and that of the stand-in the call', async () => {
    const town = new Town();
    const ticketId = await signedIn(town);
    await town.ask(ticketId, blow, lead);

    await town.ask(ticketId, { type: 'sendStandIn', body: { unitCode: 'ent-water' } }, staffOf('water'));

    expect(await open(town, 'water')).toEqual([]);
    expect(await open(town, 'ent-water')).toMatchObject([{ ticketId }]);
  });
});

describe('an arrival', () => {
  const arriveAt = async (body: Extract<WireCommand, { type: 'arrive' }>['body']) => {
    const town = new Town();
    const ticketId = await signedIn(town);
    await town.ask(ticketId, blow, lead);
    return town.ask(ticketId, { type: 'arrive', body }, staffOf('water'));
  };
  const tiananmen = { lat: 39.905, lng: 116.41 };
  const haidian = { lat: 39.99, lng: 116.3 };
  const paris = { lat: 48.85, lng: 2.35 };

  it('is checked against the ticket’s place, by the code of an area or by coordinates', async () => {
    const elsewhere = 'this is another area than the ticket’s';

    expect(await arriveAt({ location: tiananmen })).toMatchObject({
      ok: true,
      value: { view: { summonses: [{ status: 'arrived', arrivedIn: '110101' }] } },
    });
    expect(await arriveAt({ location: haidian })).toMatchObject({
      error: { code: 'INVALID', field: 'location', reason: elsewhere },
    });
    expect(await arriveAt({ placeCode: '110101001' })).toMatchObject({
      error: { code: 'INVALID', field: 'placeCode', reason: elsewhere },
    });
    expect(await arriveAt({ placeCode: street })).toMatchObject({ ok: true });
    expect(await arriveAt({ location: paris })).toMatchObject({ error: { code: 'PLACE_OUTSIDE_CITY' } });
    expect(await arriveAt({ placeCode: 'police' })).toMatchObject({ error: { code: 'UNKNOWN_UNIT' } });
  });
});

describe('a required output', () => {
  it('is shown with what is still missing, and its text is a note', async () => {
    const outputs = says([{ key: 'lists', title: { zh: '清单', en: 'Lists' }, count: 2 }]);
    const town = new Town(overlaidCity({ whistleKinds: { emergency: { outputs } } }));
    const ticketId = await signedIn(town);
    await town.ask(ticketId, blow, lead);
    const file: WireCommand = { type: 'fileOutput', body: { output: 'lists', text: '问题清单一。' } };

    const filed = await town.ask(ticketId, file, lead);

    expect(filed).toMatchObject({
      value: { view: { outputs: [{ whistle: 1, output: 'lists', filed: 1, required: 2 }] } },
    });
    expect((await town.store.notes(ticketId, { limit: 5 })).rows).toMatchObject([
      { kind: 'note', text: '问题清单一。' },
    ]);
  });
});

describe('a parent', () => {
  it('records no callback for its own unit, whatever it supervises', async () => {
    const town = new Town(beijing('beijing-2019'));
    const ticketId = await signedIn(town);
    await town.ask(ticketId, answer, lead);
    await town.ask(ticketId, { type: 'supervise', body: {} }, district);
    const callback: WireCommand = { type: 'recordCallback', body: { reached: true, resolved: true } };

    for (const caller of [district, staffOf('110000'), lead]) {
      expect(await town.ask(ticketId, callback, caller)).toEqual({ ok: false, error: { code: 'FORBIDDEN' } });
    }
    expect((await town.record(ticketId)).state.status).toBe('answered');
  });
});
