import { ApiError, send } from '../api/client';
import type { Decided, NewDecision } from '../api/types';
import { book } from './book.svelte';

interface Toast {
  words: string;
  failed: boolean;
  /** Decision that the toast can take back. */
  undo: string | null;
}

/** Makes decisions, and holds the last one so that it can be taken back at once. */
class Decisions {
  toast = $state.raw<Toast | undefined>();
  busy = $state(false);
  #timer = 0;

  /** Whether the decision stands in the book; what went wrong is told in the toast. */
  async make(decision: NewDecision, done: string): Promise<Decided | undefined> {
    this.busy = true;
    book.own = true;
    try {
      const decided = await send<Decided>('POST', '/decisions', { head: book.head, ...decision });
      book.moved(decided.head);
      this.show({ words: done, failed: false, undo: decision.action === 'undo' ? null : decided.decision.id });
      return decided;
    } catch (failure) {
      const words = failure instanceof ApiError ? failure.message : String(failure);
      this.show({ words, failed: true, undo: null });
      return undefined;
    } finally {
      this.busy = false;
      setTimeout(() => (book.own = this.busy), 1000);
    }
  }

  async undo(decision: string, reason = 'Taken back at once.'): Promise<Decided | undefined> {
    return this.make({ action: 'undo', decision, reason }, 'Taken back.');
  }

  async undoLast(): Promise<void> {
    const last = this.toast?.undo;
    if (last) await this.undo(last);
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
