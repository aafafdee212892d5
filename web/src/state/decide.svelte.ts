import { ApiError, send } from '../api/client';
import type { Decided, NewDecision } from '../api/types';
import { book } from './book.svelte';
import { router } from './router.svelte';
import type { Work } from './worklist.svelte';

interface Toast {
  words: string;
  failed: boolean;
  /** Decision that the toast can undo. */
  undo: string | null;
  /** Where the reader goes when the decision is undone; null stays. */
  back?: string | null;
  /** What comes next in the list that the reader works through. */
  next?: Work | undefined;
}

/** Makes decisions, and holds the last one so that it can be undone at once. */
class Decisions {
  toast = $state.raw<Toast | undefined>();
  busy = $state(false);
  #timer = 0;

  /** Makes a decision; the toast shows what went wrong. */
  async make(decision: NewDecision, done: string, more: Partial<Toast> = {}): Promise<Decided | undefined> {
    const decided = await this.attempt(decision, done, more);
    if (!(decided instanceof ApiError)) return decided;
    this.show({ words: decided.message, failed: true, undo: null });
    return undefined;
  }

  /**
   * Makes a decision; what went wrong is returned for the caller to show where it belongs.
   *
   * What `settle` does comes before the pages hear of the new state, so that a page of something removed can be left.
   */
  async attempt(decision: NewDecision, done: string, more: Partial<Toast> = {}, settle?: (decided: Decided) => void): Promise<Decided | ApiError> {
    this.busy = true;
    book.own = true;
    book.hold();
    try {
      const decided = await send<Decided>('POST', '/decisions', { head: book.head, ...decision });
      settle?.(decided);
      book.release();
      book.moved(decided.head);
      this.show({ words: done, failed: false, undo: decision.action === 'undo' ? null : decided.decision.id, ...more });
      return decided;
    } catch (failure) {
      return failure instanceof ApiError ? failure : new ApiError(-1, 'Not done', String(failure));
    } finally {
      book.release();
      this.busy = false;
      setTimeout(() => (book.own = this.busy), 1000);
    }
  }

  async undo(decision: string, reason = 'Undone at once.'): Promise<Decided | undefined> {
    return this.make({ action: 'undo', decision, reason }, 'Undone.');
  }

  async undoLast(): Promise<void> {
    const { undo: last, back } = this.toast ?? {};
    if (!last || !(await this.undo(last))) return;
    if (back) router.go(back);
  }

  show(toast: Toast): void {
    this.toast = toast;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.close(), toast.failed ? 20_000 : 12_000);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.toast = undefined;
  }
}

export const decisions = new Decisions();
