/** What the page's script uses of a browser. The project itself compiles without a browser's names. */
export interface PageElement {
  innerHTML: string;
  outerHTML: string;
  textContent: string | null;
  value: string;
  lang: string;
  title: string;
  readonly clientWidth: number;
  readonly clientHeight: number;
  readonly dataset: Readonly<Record<string, string | undefined>>;
  readonly children: ArrayLike<PageElement>;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): ArrayLike<PageElement> & Iterable<PageElement>;
  closest(selector: string): PageElement | null;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  append(...children: readonly PageElement[]): void;
  addEventListener(type: string, listener: (event: { readonly target: PageElement }) => void): void;
  focus(): void;
}

interface Browser {
  readonly document: PageElement & { readonly documentElement: PageElement };
  addEventListener(type: string, listener: () => void): void;
}

export const browser = globalThis as unknown as Browser;
