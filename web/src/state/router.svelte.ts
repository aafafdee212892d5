import { tick } from 'svelte';

interface Place {
  path: string;
  query: URLSearchParams;
}

function read(): Place {
  return { path: window.location.pathname, query: new URLSearchParams(window.location.search) };
}

/** Where the reader is. Filters are kept in the query, so that an address describes a whole view. */
class Router {
  #place = $state.raw<Place>(read());
  /** Whether the reader came here by going back or forward, and so expects to find the place as it was. */
  returning = false;

  constructor() {
    history.scrollRestoration = 'manual';
    window.addEventListener('popstate', (event) => {
      this.returning = true;
      this.#place = read();
      const top = (event.state as { top?: number } | null)?.top ?? 0;
      void settled((main) => main.scrollHeight >= top).then(() => window.scrollTo({ top, behavior: 'instant' }));
    });
    document.addEventListener('click', (event) => this.#follow(event));
  }

  get path(): string {
    return this.#place.path;
  }

  get query(): URLSearchParams {
    return this.#place.query;
  }

  /** The parts of the path, decoded. */
  get parts(): string[] {
    return this.path.split('/').filter(Boolean).map(decode);
  }

  param(name: string): string {
    return this.query.get(name) ?? '';
  }

  go(href: string, replace = false): void {
    const samePage = new URL(href, window.location.href).pathname === this.path;
    if (replace) history.replaceState(history.state, '', href);
    else {
      history.replaceState({ top: window.scrollY }, '');
      history.pushState(null, '', href);
    }
    this.returning = false;
    this.#place = read();
    if (samePage) return;
    window.scrollTo({ top: 0, behavior: 'instant' });
    const place = this.#place;
    void settled((main) => main.querySelector('h1') !== null).then(() => {
      // Whoever has gone on meanwhile, to another page or into a field, is left alone.
      if (this.#place !== place || !(document.activeElement === document.body || document.activeElement === null)) return;
      document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
    });
  }

  /** This address with some parameters changed; null removes one. */
  with(changes: Record<string, string | number | null>, path = this.path): string {
    const query = new URLSearchParams(path === this.path ? this.query : undefined);
    for (const [name, value] of Object.entries(changes)) {
      if (value === null || value === '') query.delete(name);
      else query.set(name, String(value));
    }
    const words = query.toString();
    return words ? `${path}?${words}` : path;
  }

  set(changes: Record<string, string | number | null>, replace = false): void {
    this.go(this.with(changes), replace);
  }

  #follow(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = (event.target as Element | null)?.closest?.('a');
    const href = link?.getAttribute('href');
    if (!link || !href || link.getAttribute('target') || link.hasAttribute('download') || !href.match(/^[/?](?!\/|api\/)/)) return;
    event.preventDefault();
    this.go(href);
  }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Waits until the new page has drawn what is wanted of it, at most three seconds: a page may load its file and its data first. */
async function settled(there: (main: HTMLElement) => boolean): Promise<void> {
  const end = performance.now() + 3000;
  await tick();
  for (;;) {
    await new Promise((done) => requestAnimationFrame(done));
    const main = document.getElementById('main');
    if ((main && there(main)) || performance.now() > end) return;
  }
}

export const router = new Router();

/** A key as one part of a path; its dots are written out, since the server takes what ends like a file for a file. */
const part = (key: string): string => encodeURIComponent(key).replaceAll('.', '%2E');

export const entryPath = (id: string): string => `/entry/${part(id)}`;

export const namePath = (name: { kind: string; id: string; country: string | null }): string => `/names/${part(name.id)}?kind=${name.kind}${name.country ? `&country=${encodeURIComponent(name.country)}` : ''}`;

export function reportPath(doc: string, start?: number, end?: number): string {
  const path = `/reports/${part(doc)}`;
  return start === undefined || end === undefined ? path : `${path}?at=${start}-${end}`;
}

/** Where a quote is whose place is not known: the report looks for its words. */
export const quotePath = (doc: string, quote: string): string => `${reportPath(doc)}?find=${encodeURIComponent(quote)}`;
