const share = 'Da’an: the ratings of street and public weigh 75 % of the special check of departments';
const group = { zh: '部门', en: 'Departments' };

/** The special check of 大安 as the score section of a pack says it. */
export const specialCheck = {
  special: {
    shares: {
      streetAndPublic: {
        title: { zh: '街道和群众评价', en: 'Street and public' },
        share: { value: 0.75, basis: share },
      },
      city: {
        title: { zh: '市级考核', en: "The city's own check" },
        share: { value: 0.25, basis: 'what street and public leave' },
      },
    },
    parts: {
      street: {
        title: { zh: '街道评价', en: 'The street' },
        in: 'streetAndPublic',
        split: { value: 0.6, assumption: 'how the two share their 75 % is not published' },
        by: { value: ['subdistrict'], basis: share },
        ratingsMin: { value: 1, assumption: 'not published' },
      },
      public: {
        title: { zh: '群众评价', en: 'The public' },
        in: 'streetAndPublic',
        split: { value: 0.4, assumption: 'how the two share their 75 % is not published' },
        by: { value: ['public'], basis: share },
        ratingsMin: { value: 1, assumption: 'not published' },
      },
      city: {
        title: { zh: '市级考核', en: "The city's own check" },
        in: 'city',
        split: { value: 1, assumption: 'the rest is one part' },
        by: { value: ['city'], assumption: 'who else checks is not published' },
        ratingsMin: { value: 1, assumption: 'not published' },
      },
    },
    voices: { value: 'raters', assumption: 'not published' },
    emptyPart: { value: 'shared', assumption: 'not published' },
    decimals: { value: 2, assumption: 'not published' },
    groups: {
      departments: {
        title: group,
        kinds: { value: ['department'], basis: share },
        fullMarks: { value: 100, assumption: 'not published' },
      },
    },
  },
} as const;
