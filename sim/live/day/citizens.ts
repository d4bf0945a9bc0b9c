import { Faker, zh_CN } from '@faker-js/faker';

/** Somebody who calls: invented, and the same for the same seed. */
export interface Citizen {
  readonly name: string;
  readonly phone: string;
}

/** Citizens with names and mobile numbers as they are in China. No two have the same number. */
export function citizens(seed: number, count: number): readonly Citizen[] {
  const faker = new Faker({ locale: [zh_CN] });
  faker.seed(seed);
  const phones = new Set<string>();
  while (phones.size < count) phones.add(faker.helpers.fromRegExp('1[3-9][0-9]{9}'));
  return [...phones].map((phone) => ({ name: faker.person.fullName(), phone }));
}
