/** A picture for the README: which page, how wide, in which language, and what of it. */
export interface PictureShot {
  readonly name: string;
  readonly page: 'run' | 'comparison' | 'gaming' | 'weight';
  readonly width: number;
  readonly language: 'zh' | 'en';
  /** The part of the page; absent: its top. */
  readonly selector?: string;
  readonly heightMax: number;
}

export const pictureShots: readonly PictureShot[] = [
  { name: 'run-summary-zh', page: 'run', width: 1280, language: 'zh', heightMax: 1_060 },
  { name: 'run-boards-en', page: 'run', width: 1280, language: 'en', selector: '#boards', heightMax: 760 },
  { name: 'run-map-zh', page: 'run', width: 1280, language: 'zh', selector: '#map', heightMax: 680 },
  { name: 'run-phone-zh', page: 'run', width: 390, language: 'zh', selector: '#tiers', heightMax: 1_200 },
  { name: 'comparison-summary-en', page: 'comparison', width: 1280, language: 'en', heightMax: 1_100 },
  {
    name: 'comparison-forest-en',
    page: 'comparison',
    width: 1280,
    language: 'en',
    selector: '#differences',
    heightMax: 640,
  },
  { name: 'gaming-summary-zh', page: 'gaming', width: 1280, language: 'zh', heightMax: 1_100 },
  {
    name: 'gaming-profit-en',
    page: 'gaming',
    width: 1280,
    language: 'en',
    selector: '#gaming',
    heightMax: 520,
  },
  {
    name: 'weight-winners-en',
    page: 'weight',
    width: 1280,
    language: 'en',
    selector: '#winners',
    heightMax: 900,
  },
];
