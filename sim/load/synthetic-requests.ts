import { resolvePlace } from '../../functions/core/places/resolve-place.ts';
import { type RequestKind, requestKinds } from '../../functions/core/ticket/kinds.ts';
import type { EpochMs } from '../../functions/core/time.ts';
import { kindIndexes } from '../city/arrivals.ts';
import { City } from '../city/city.ts';
import { CityEvents } from '../city/city-events.ts';
import type { Contact } from '../city/contact.ts';
import { ContactFlow } from '../city/contact-flow.ts';
import { Luck, luckOf } from '../city/luck.ts';
import { Stream } from '../engine/stream.ts';
import { Townspeople } from './citizen-of.ts';
import type { LoadCity } from './load-city.ts';
import { requestText } from './request-text.ts';

/** The body of a submission (诉求), as a hotline platform posts it. */
export interface SyntheticBody {
  readonly source: string;
  readonly sourceKey: string;
  readonly channel: string;
  readonly kind: RequestKind;
  readonly itemCode: string;
  readonly title: string;
  readonly description: string;
  /** The address alone where it leads to the place; with the place's code where its words do not. */
  readonly place: { readonly address: string; readonly unitCode?: string };
  readonly contact: { readonly name: string; readonly phone: string };
}

/** A request of a scenario: when it comes in there, and what it says. */
export interface SyntheticRequest {
  readonly at: EpochMs;
  readonly body: SyntheticBody;
}

/** How network contacts come in; telephone calls are drawn by the scenario. */
const networkChannels = ['app', 'wechat', 'web'] as const;

/**
 * The full requests of a scenario, in the order in which they come in: the very contacts that a run with this seed
 * meets as its first replication, with people, addresses and words. Same scenario and seed, same requests.
 */
export function syntheticRequests(load: LoadCity): Generator<SyntheticRequest> {
  const { setup } = load;
  const city = new City(setup);
  const { dayNoise } = new CityEvents(city);
  const flows = city.plans.map(
    (plan) => new ContactFlow(plan, setup.scenario.load, dayNoise, city.startAt, city.streams),
  );
  return inOrder(load, city, flows);
}

function* inOrder(load: LoadCity, city: City, flows: readonly ContactFlow[]): Generator<SyntheticRequest> {
  const { setup } = load;
  const kinds = kindIndexes(city.params.kinds);
  const people = new Townspeople(setup.seed);
  const words = new Stream(setup.seed, 'load: words');
  for (let number = 1; ; number += 1) {
    const flow = flows.reduce((first, other) => (other.at[0]! < first.at[0]! ? other : first));
    const at = flow.at[0]!;
    if (at >= city.endAt) return;
    const kind = requestKinds[kinds[flow.kind]!]!;
    const isPhone = luckOf(flow.word, Luck.channel) < city.params.phoneShare;
    const channel = isPhone ? 'phone' : networkChannels[words.below(networkChannels.length)]!;
    yield { at, body: bodyOf(load, { contact: flow, number, kind, channel, people, words }) };
    flow.step();
  }
}

function bodyOf(
  { setup, items, places, placeNames }: LoadCity,
  one: {
    readonly contact: Contact;
    readonly number: number;
    readonly kind: RequestKind;
    readonly channel: string;
    readonly people: Townspeople;
    readonly words: Stream;
  },
): SyntheticBody {
  const { contact, number, kind, channel, people, words } = one;
  const { rules, scenario, seed } = setup;
  const item = items[contact.item]!;
  const unitCode = rules.units.codes[contact.place]!;
  const address = placeNames[contact.place]! + people.home(contact.address);
  const found = resolvePlace(places, { address });
  return {
    source: 'synthetic',
    sourceKey: `${scenario.id}-${seed}-${String(number).padStart(7, '0')}`,
    channel,
    kind,
    itemCode: rules.items.codes[contact.item]!,
    title: item.name,
    description: requestText({ kind, item, where: placeNames[contact.place]! }, words),
    place: found.ok && found.value.unit === unitCode ? { address } : { address, unitCode },
    contact: people.citizen(contact.caller),
  };
}
