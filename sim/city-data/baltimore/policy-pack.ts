import { tierNone } from '../../../functions/core/catalogue/tier-none.ts';
import type { BaltimoreTiers } from './build-baltimore.ts';
import { assumedRules } from './policy-assumptions.ts';

/** The tiers, whistles and street chiefs of the Chinese base: an overlay takes a key away with `null`. */
const withoutBase = {
  tiers: { emergency: null, basics: null, general: null, complex: null },
  limits: { emergency: null, basics: null },
  whistleKinds: { enforcement: null, 'key-work': null, emergency: null },
  early: { patrol: null, topic: null, agenda: null },
} as const;

/**
 * The policy pack of Baltimore: an overlay on `cn-base` with a tier for each span that the file shows. What the file
 * does not show is marked as an assumption. `none` is built into every pack and is left out.
 */
export const policyPack = (tiers: BaltimoreTiers) => {
  const { dispatch, ...others } = assumedRules;
  return {
    schema: 'citywhistle/policy@1',
    id: 'baltimore',
    extends: 'cn-base',
    title: { zh: '巴尔的摩 311', en: 'Baltimore 311' },
    validFrom: '2013-01-01',
    basis: ['Open Baltimore, 311 Customer Service Requests, 2014 to 2019, CC BY 3.0'],
    tiers: {
      ...withoutBase.tiers,
      ...Object.fromEntries(
        Object.entries(tiers)
          .filter(([key]) => key !== tierNone)
          .map(([key, { hours, basis }]) => [key, tier(hours ?? 0, basis)]),
      ),
    },
    dispatch: { ...dispatch, limits: { ...withoutBase.limits, ...dispatch.limits } },
    ...others,
    whistleKinds: withoutBase.whistleKinds,
    early: withoutBase.early,
  };
};

/** The file's spans are differences of clock times, so every day counts. */
const tier = (hours: number, basis: string) => ({
  limit: { value: durationText(hours), basis },
  calendar: 'calendar-days',
});

const durationText = (hours: number): string =>
  Number.isInteger(hours) ? `PT${hours}H` : `PT${Math.round(hours * 3_600)}S`;
