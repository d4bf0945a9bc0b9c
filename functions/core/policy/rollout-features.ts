/**
 * What a phase switches on: `whistle` (吹哨), `direct` (直派街乡: straight to the subdistrict; before it the catalogue
 * routes), `duties` (职责准入: the duty list), `powers` (赋权: the powers of the street).
 */
export const rolloutFeatures = ['whistle', 'direct', 'duties', 'powers'] as const;

export type RolloutFeature = (typeof rolloutFeatures)[number];
