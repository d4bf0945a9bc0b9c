import type { Directory } from '../../../functions/core/directory/directory-schema.ts';
import { dataText } from '../data-text.ts';
import { areaUnits } from './area-units.ts';
import { districtShapesText } from './district-shapes-text.ts';
import { duties } from './duties.ts';
import { lineUnits } from './line-units.ts';
import { matters } from './matters.ts';
import { directoryProvenance } from './provenance.ts';
import type { BeijingSources } from './sources.ts';

/** Builds the text of each of Beijing's data files, by file name. The same sources always give the same text. */
export const buildBeijing = (sources: BeijingSources): Readonly<Record<string, string>> => {
  const directory: Directory = {
    schema: 'citywhistle/directory@1',
    id: 'beijing',
    title: { zh: '北京市', en: 'Beijing' },
    utcOffset: '+08:00',
    provenance: directoryProvenance,
    units: [...areaUnits(sources.districts), ...lineUnits(sources)],
    places: sources.places.map(({ name, aliases, unit }) => ({
      name,
      ...(aliases.length > 0 ? { aliases } : {}),
      unit,
      from: 'namedPlace',
    })),
    shapes: 'shapes.geojson',
  };
  return {
    'directory.json': dataText(directory),
    'catalogue.json': dataText(matters(sources.matters)),
    'duties.json': dataText(duties(sources.duties, sources.matters)),
    'shapes.geojson': districtShapesText(sources.shapes),
  };
};
