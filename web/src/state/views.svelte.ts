import { refusal, viewsOf, type View } from '../words/views';
import { keep, kept } from './kept';

const PLACE = 'tranche.views';

/** The views that this device keeps, for all books under one address of a server. */
class Views {
  all = $state.raw<readonly View[]>(viewsOf(kept(PLACE)));

  constructor() {
    // Another window of this browser may name a view as well.
    window.addEventListener('storage', (event) => {
      if (event.key === PLACE) this.all = viewsOf(event.newValue);
    });
  }

  /** Names a view; returns what is wrong, or nothing. */
  add(name: string, query: string): string {
    return refusal(this.all, name) || this.#keep([...this.all, { name: name.trim(), query }]);
  }

  rename(before: string, name: string): string {
    return refusal(this.all, name, before) || this.#keep(this.all.map((view) => (view.name === before ? { ...view, name: name.trim() } : view)));
  }

  remove(name: string): string {
    return this.#keep(this.all.filter((view) => view.name !== name));
  }

  #keep(views: readonly View[]): string {
    if (!keep(PLACE, JSON.stringify(views))) return 'This browser keeps nothing for this page. Copy the address instead: it holds the whole view.';
    this.all = views;
    return '';
  }
}

export const views = new Views();
