import type { Publication } from '../core/city/publication.ts';
import type { Page, PageRequest } from './page.ts';

/** Where the rules of cities are published. Nothing is ever changed or removed, so that it is its own audit (留痕). */
export interface RulesRegister {
  /** Puts a publication if its version is free: of two publishers one wins. */
  publish(publication: Publication): Promise<'published' | 'exists'>;
  /** A city's publications, the latest version first. Strongly consistent. */
  publications(city: string, page: PageRequest): Promise<Page<Publication>>;
}
