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

/** A list that comes in pages: more() adds the next page, a change of address or book starts anew. */
export class Pages<T, P extends { items: T[]; total: number; next: string | null }> {
  first = $state.raw<P | undefined>();
  items = $state.raw<T[]>([]);
  problem = $state.raw<ApiError | undefined>();
  busy = $state(true);
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
      if (anew) this.first = page;
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
