import { Faker, zh_CN } from '@faker-js/faker';
import { Stream } from '../engine/stream.ts';

/** Somebody who calls: invented, and the same for the same seed and number. */
export interface Citizen {
  readonly name: string;
  readonly phone: string;
}

/** Citizens and homes by the numbers that a scenario's contacts carry, so that who calls again is the same person. */
export class Townspeople {
  private readonly seed: number;
  private readonly faker = new Faker({ locale: [zh_CN] });

  constructor(seed: number) {
    this.seed = seed;
  }

  /** The caller of this number: a name and a mobile number as they are in China. */
  citizen(caller: number): Citizen {
    const faker = this.seeded(`citizen ${caller}`);
    return { name: faker.person.fullName(), phone: faker.helpers.fromRegExp('1[3-9][0-9]{9}') };
  }

  /** Street and door of this number, without the place it lies in. */
  home(address: number): string {
    const faker = this.seeded(`home ${address}`);
    const at = (max: number) => faker.number.int({ min: 1, max });
    return `${faker.location.street()}${at(200)}号院${at(30)}号楼${at(6)}单元${at(24)}0${at(4)}室`;
  }

  private seeded(purpose: string): Faker {
    this.faker.seed(new Stream(this.seed, purpose).next32() >>> 0);
    return this.faker;
  }
}
