/** A lead rule of the catalogue, taken apart. `unit` is the department of a line rule or the fixed unit. */
export type LeadRule =
  | { readonly type: 'subdistrict' }
  | { readonly type: 'district' }
  | { readonly type: 'line'; readonly unit: string }
  | { readonly type: 'unit'; readonly unit: string };

/** Takes a lead rule that the schema has accepted apart. Throws on any other text: that is a defect of the caller. */
export const parseLeadRule = (rule: string): LeadRule => {
  if (rule === 'subdistrict' || rule === 'district') return { type: rule };
  const [type, unit] = rule.split(':', 2);
  if ((type === 'line' || type === 'unit') && unit) return { type, unit };
  throw new Error(`not a lead rule: ${rule}`);
};
