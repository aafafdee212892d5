import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import type { Entry } from '../api/types';

/** Whether there are words in a report that a person could decide about. */
export const decidable = (entry: Entry): boolean => entry.reports.length > 0;

/** The entries of a list that the reader chose to decide about together. */
export class Chosen {
  #entries = new SvelteMap<string, Entry>();
  /** How many entries the list has of which all are chosen, save those left out; 0 where single ones are. */
  #whole = $state(0);
  #out = new SvelteSet<string>();
  /** Where the last single choice was made; ranges go from here. */
  #anchor = -1;

  get size(): number {
    return this.#whole > 0 ? this.#whole - this.#out.size : this.#entries.size;
  }

  /** Those of the chosen that were loaded; of a long list that is chosen as a whole, none. */
  get entries(): Entry[] {
    return [...this.#entries.values()];
  }

  get anchor(): number {
    return this.#anchor;
  }

  has(id: string): boolean {
    return this.#whole > 0 ? !this.#out.has(id) : this.#entries.has(id);
  }

  /** Chooses one of a list, or clears it; with a range, all from the last choice to this one are chosen. */
  toggle(at: (place: number) => Entry | undefined, place: number, range = false): void {
    const entry = at(place);
    if (!entry) return;
    const from = range && this.#anchor >= 0 ? this.#anchor : place;
    const on = from !== place || !this.has(entry.id);
    for (let one = Math.min(from, place); one <= Math.max(from, place); one++) {
      const between = at(one);
      if (between) this.put([between], on);
    }
    this.#anchor = place;
  }

  put(entries: readonly Entry[], on: boolean): void {
    for (const entry of entries) {
      if (this.#whole > 0) {
        if (on) this.#out.delete(entry.id);
        else this.#out.add(entry.id);
      } else if (!on) this.#entries.delete(entry.id);
      else if (decidable(entry)) this.#entries.set(entry.id, entry);
    }
  }

  /** Chooses a whole list: each of it where all were loaded, else as many as there are. */
  all(entries: readonly Entry[], total: number): void {
    this.clear();
    if (entries.length >= total) this.put(entries, true);
    else this.#whole = total;
  }

  clear(): void {
    this.#entries.clear();
    this.#out.clear();
    this.#whole = 0;
    this.#anchor = -1;
  }

  /** Takes entries as they are shown now. Of a list that was loaded whole, those that it no longer has are no longer chosen. */
  keepOf(list: readonly Entry[], total: number): void {
    if (this.#whole > 0) {
      if (this.#whole !== total) this.clear();
      return;
    }
    const shown = new Map(list.map((entry) => [entry.id, entry]));
    for (const id of [...this.#entries.keys()]) {
      const now = shown.get(id);
      if (now) this.#entries.set(id, now);
      else if (list.length >= total) this.#entries.delete(id);
    }
  }
}
