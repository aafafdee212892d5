import { untrack } from 'svelte';
import { ApiError, get } from '../api/client';
import { book } from './book.svelte';
import { router } from './router.svelte';

/** Data of one address, loaded again when the address or the book changes. What was shown stays until the new data is there. */
export class Loaded<T> {
  data = $state.raw<T | undefined>();
  problem = $state.raw<ApiError | undefined>();
  busy = $state(true);
  #again = $state(0);

  constructor(path: () => string | null) {
    $effect(() => {
      const wanted = path();
      void book.head;
      void this.#again;
      if (wanted === null) {
        this.data = undefined;
        this.busy = false;
        return;
      }
      const stop = new AbortController();
      untrack(() => (this.busy = true));
      void this.#load(wanted, stop.signal);
      return () => stop.abort();
    });
  }

  reload(): void {
    this.#again++;
  }

  async #load(path: string, signal: AbortSignal): Promise<void> {
    try {
      const data = await get<T>(path, signal);
      if (signal.aborted) return;
      this.data = data;
      this.problem = undefined;
    } catch (failure) {
      if (signal.aborted) return;
      this.problem = failure instanceof ApiError ? failure : new ApiError(-1, 'Unexpected answer', String(failure));
    }
    this.busy = false;
  }
}

/** How many rows of a list were there when the reader left it, so that going back finds them again. */
const depths = new Map<string, number>();
const MOST = 1000;

/** Rows that are asked for by their place come in blocks of this many, and those within this many rows of the last are kept. */
const BLOCK = 100;
const MOST_BEYOND = 3000;

/** A list that comes in pages: more() adds the next page, a change of address or book starts again. */
export class Pages<T, P extends { items: T[]; total: number; next: string | null }> {
  first = $state.raw<P | undefined>();
  items = $state.raw<T[]>([]);
  problem = $state.raw<ApiError | undefined>();
  busy = $state(true);
  /** Rows beyond the first that were asked for by their place, as long lists are read from the middle too. */
  #beyond = $state.raw<ReadonlyMap<number, T>>(new Map());
  #asked = new Set<number>();
  #next = $state.raw<string | null>(null);
  #path = '';
  #stop = new AbortController();
  #again = $state(0);

  constructor(path: () => string | null, limit = 100) {
    let before = '';
    $effect(() => {
      const wanted = path();
      void book.head;
      void this.#again;
      if (wanted === null) return;
      // A changed book keeps the reader's place: as many rows as were there are asked for again.
      const known = untrack(() => (wanted === before ? this.items.length : router.returning ? (depths.get(wanted) ?? 0) : 0));
      const rows = Math.max(limit, Math.min(MOST, known));
      before = wanted;
      this.#stop.abort();
      this.#stop = new AbortController();
      this.#path = wanted;
      untrack(() => void this.#load(this.#at(rows, null), true));
      return () => this.#stop.abort();
    });
  }

  get more(): boolean {
    return this.#next !== null;
  }

  get total(): number {
    return this.first?.total ?? 0;
  }

  async next(limit = 200): Promise<void> {
    if (this.busy || this.#next === null) return;
    await this.#load(this.#at(limit, this.#next), false);
  }

  /** The row at a place, if it is there. */
  at(place: number): T | undefined {
    return this.items[place] ?? this.#beyond.get(place);
  }

  /** Asks for the rows from a place up to another that are not there yet; they come in blocks. */
  async reach(start: number, end: number): Promise<void> {
    const { signal } = this.#stop;
    const blocks = [];
    for (let block = Math.floor(start / BLOCK); block * BLOCK < Math.min(end, this.total); block++) blocks.push(block);
    await Promise.all(blocks.filter((block) => !this.#asked.has(block) && !this.#holds(block)).map((block) => this.#fetch(block, start, signal)));
  }

  #holds(block: number): boolean {
    const last = Math.min((block + 1) * BLOCK, this.total) - 1;
    return this.at(block * BLOCK) !== undefined && this.at(last) !== undefined;
  }

  async #fetch(block: number, near: number, signal: AbortSignal): Promise<void> {
    this.#asked.add(block);
    try {
      const page = await get<P>(`${this.#path}${this.#path.includes('?') ? '&' : '?'}limit=${BLOCK}&skip=${block * BLOCK}`, signal);
      if (signal.aborted) return;
      const kept = new Map([...this.#beyond].filter(([place]) => Math.abs(place - near) < MOST_BEYOND));
      page.items.forEach((one, at) => kept.set(block * BLOCK + at, one));
      this.#beyond = kept;
      this.problem = undefined;
    } catch (failure) {
      if (!signal.aborted) this.problem = failure instanceof ApiError ? failure : new ApiError(-1, 'Unexpected answer', String(failure));
    } finally {
      if (!signal.aborted) this.#asked.delete(block);
    }
  }

  reload(): void {
    this.#again++;
  }

  #at(limit: number, cursor: string | null): string {
    const join = this.#path.includes('?') ? '&' : '?';
    return `${this.#path}${join}limit=${limit}${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`;
  }

  async #load(path: string, anew: boolean): Promise<void> {
    const { signal } = this.#stop;
    this.busy = true;
    try {
      const page = await get<P>(path, signal);
      if (signal.aborted) return;
      if (anew) {
        this.first = page;
        this.#beyond = new Map();
        this.#asked.clear();
      }
      this.items = anew ? page.items : [...this.items, ...page.items];
      this.#next = page.next;
      depths.set(this.#path, this.items.length);
      this.problem = undefined;
    } catch (failure) {
      if (signal.aborted) return;
      this.problem = failure instanceof ApiError ? failure : new ApiError(-1, 'Unexpected answer', String(failure));
      // The state that a cursor speaks of may be gone: start again with the present one.
      if (!anew && (this.problem.status === 410 || this.problem.status === 400)) this.reload();
    }
    this.busy = false;
  }
}
