import { ApiError, get, send } from '../api/client';
import { refusal, viewsOf, type View } from '../words/views';
import { book } from './book.svelte';
import { keep, kept } from './kept';

const PLACE = 'tranche.views';

/** The views of the reader: those of the account, and those of this device where a book has no accounts. */
class Views {
  all = $state.raw<readonly View[]>(viewsOf(kept(PLACE)));

  constructor() {
    // Another window of this browser may name a view as well.
    window.addEventListener('storage', (event) => {
      if (event.key === PLACE && !this.ofAccount) this.all = viewsOf(event.newValue);
    });
  }

  /** Whether the account keeps them, so that they are there on every device. */
  get ofAccount(): boolean {
    return book.session?.mode === 'team';
  }

  /** Takes up what the account has; other windows and devices may have changed it. */
  async look(): Promise<void> {
    if (!this.ofAccount) {
      this.all = viewsOf(kept(PLACE));
      return;
    }
    try {
      this.all = (await get<{ items: View[] }>('/views')).items;
    } catch {
      this.all = [];
    }
  }

  /** Names a view; returns what is wrong, or nothing. */
  add(name: string, query: string): Promise<string> {
    return this.#change((all) => refusal(all, name) || [...all, { name: name.trim(), query }]);
  }

  rename(before: string, name: string): Promise<string> {
    return this.#change((all) => refusal(all, name, before) || all.map((view) => (view.name === before ? { ...view, name: name.trim() } : view)));
  }

  remove(name: string): Promise<string> {
    return this.#change((all) => all.filter((view) => view.name !== name));
  }

  async #change(made: (all: readonly View[]) => readonly View[] | string): Promise<string> {
    if (this.ofAccount) await this.look();
    const views = made(this.all);
    if (typeof views === 'string') return views;
    if (this.ofAccount) {
      try {
        this.all = (await send<{ items: View[] }>('PATCH', '/views', { items: views })).items;
        return '';
      } catch (failure) {
        return failure instanceof ApiError ? failure.message : String(failure);
      }
    }
    if (!keep(PLACE, JSON.stringify(views))) return 'This browser keeps nothing for this page. Copy the address instead: it holds the whole view.';
    this.all = views;
    return '';
  }
}

export const views = new Views();
