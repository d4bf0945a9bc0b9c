import { cityTemplate } from './city-template.ts';
import { short, shortId } from './short.ts';

/** The production stack of Beijing as it is synthesized. */
export const template = cityTemplate();

/** The properties of all resources of a type, with references in short, by short id. */
export const resourcesOf = (type: string) =>
  new Map(
    Object.entries(template.findResources(type)).map(([id, { Properties }]) => [
      shortId(id),
      short(Properties) as Record<string, unknown>,
    ]),
  );

/** The short id of a function in the template. */
export const functionId = (name: string) => `${name.charAt(0).toUpperCase()}${name.slice(1)}Function`;
