import { SvelteMap } from 'svelte/reactivity';
import type { Entry } from '../api/types';

/** Whether there are words in a report that a person could decide about. */
export const decidable = (entry: Entry): boolean => entry.reports.length > 0;

/** The entries of a list that the reader chose to decide about together. */
export class Chosen {
  #entries = new SvelteMap<string, Entry>();
  /** Where the last single choice was made; ranges go from here. */
  #anchor = -1;

  get size(): number {
    return this.#entries.size;
  }

  get entries(): Entry[] {
    return [...this.#entries.values()];
  }

  has(id: string): boolean {
    return this.#entries.has(id);
  }

  /** Chooses one of a list, or takes it out again; with a range, all from the last choice to this one are as this one is then. */
  toggle(list: readonly Entry[], at: number, range = false): void {
    const entry = list[at];
    if (!entry) return;
    const on = range && this.#anchor >= 0 && this.#anchor < list.length ? true : !this.has(entry.id);
    const from = range && this.#anchor >= 0 && this.#anchor < list.length ? this.#anchor : at;
    this.put(list.slice(Math.min(from, at), Math.max(from, at) + 1), on);
    this.#anchor = at;
  }

  put(entries: readonly Entry[], on: boolean): void {
    for (const entry of entries) {
      if (!on) this.#entries.delete(entry.id);
      else if (decidable(entry)) this.#entries.set(entry.id, entry);
    }
  }

  clear(): void {
    this.#entries.clear();
    this.#anchor = -1;
  }

  /** Takes entries as they are shown now; those that the list has no more are chosen no more. */
  keepOf(list: readonly Entry[]): void {
    const shown = new Map(list.map((entry) => [entry.id, entry]));
    for (const id of [...this.#entries.keys()]) {
      const now = shown.get(id);
      if (now) this.#entries.set(id, now);
      else this.#entries.delete(id);
    }
  }
}
