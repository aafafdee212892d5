import { send } from '../api/client';
import { looked, visitsOf, type Look, type Visits } from '../words/visits';
import { book } from './book.svelte';
import { keep, kept } from './kept';

const EVERY = 60_000;

/** When the reader was here last, so that a page can show what came in since; the account knows, or this device where a book has no accounts. */
class Visit {
  #visits = $state.raw<Visits | undefined>();
  #ofAccount = $state.raw<Look | null | undefined>();
  #place = '';
  #used = false;

  /** The end of the visit before this one; undefined on the first, and until it is known. */
  get before(): Look | undefined {
    return (this.ofAccount ? this.#ofAccount : this.#visits?.before) ?? undefined;
  }

  /** Whether it is known that this is the first visit. */
  get isFirst(): boolean {
    return this.ofAccount ? this.#ofAccount === null : this.#visits?.before === null;
  }

  /** Whether the account keeps the visits, so that they are the same on every device. */
  get ofAccount(): boolean {
    return book.session?.mode === 'team';
  }

  constructor() {
    document.addEventListener('visibilitychange', () => this.look());
    for (const use of ['pointerdown', 'keydown', 'wheel']) window.addEventListener(use, () => (this.#used = true), { passive: true });
    window.setInterval(() => {
      // A question each minute would keep the session of somebody who left the window open from ever ending.
      if (!this.ofAccount || this.#used) this.look();
    }, EVERY);
  }

  /** Records that the reader sees the book as it is. */
  look(): void {
    const now = book.now;
    if (!now || document.visibilityState === 'hidden') return;
    this.#used = false;
    if (this.ofAccount) {
      void this.#tell(false);
      return;
    }
    this.#place = `tranche.visit.${now.name}`;
    this.#keep(looked(visitsOf(kept(this.#place)), Math.max(now.head, book.head), Date.now()));
  }

  /** From here on, only later additions are new. */
  seen(): void {
    if (this.ofAccount) void this.#tell(true);
    else if (this.#visits) this.#keep({ ...this.#visits, before: { head: book.head, at: Date.now() } });
  }

  async #tell(seen: boolean): Promise<void> {
    if (book.signedOut) return;
    try {
      const { before } = await send<{ before: { head: number; at: string } | null }>('PATCH', '/visit', { head: book.head, seen });
      this.#ofAccount = before && { head: before.head, at: Date.parse(before.at) };
    } catch {
      // What is new is then counted as of the last answer.
    }
  }

  #keep(visits: Visits): void {
    keep(this.#place, JSON.stringify(visits));
    this.#visits = visits;
  }
}

export const visit = new Visit();
