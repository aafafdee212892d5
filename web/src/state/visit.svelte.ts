import { looked, visitsOf, type Visits } from '../words/visits';
import { book } from './book.svelte';
import { keep, kept } from './kept';

const EVERY = 60_000;

/** When this device was here last, so that a page can tell what came in since. */
class Visit {
  #visits = $state.raw<Visits | undefined>();
  #place = '';

  /** The end of the visit before this one; undefined on the first. */
  get before(): { head: number; at: number } | undefined {
    return this.#visits?.before ?? undefined;
  }

  constructor() {
    document.addEventListener('visibilitychange', () => this.look());
    window.setInterval(() => this.look(), EVERY);
  }

  /** Notes that the reader has the book as it is before the eyes. */
  look(): void {
    const now = book.now;
    if (!now || document.visibilityState === 'hidden') return;
    this.#place = `tranche.visit.${now.name}`;
    this.#keep(looked(visitsOf(kept(this.#place)), Math.max(now.head, book.head), Date.now()));
  }

  /** From here on only what comes in later is new. */
  seen(): void {
    if (this.#visits) this.#keep({ ...this.#visits, before: { head: book.head, at: Date.now() } });
  }

  #keep(visits: Visits): void {
    keep(this.#place, JSON.stringify(visits));
    this.#visits = visits;
  }
}

export const visit = new Visit();
