import { get } from '../api/client';
import type { Book, Session } from '../api/types';

/** What the server holds now, and who looks at it. Refreshes when the server says that the book has changed. */
class BookState {
  now = $state.raw<Book | undefined>();
  session = $state.raw<Session | undefined>();
  /** Rises with every change of the book; whatever shows data reloads when it does. */
  head = $state(0);
  /** Whether the stream of changes is open; undefined before the first try. */
  connected = $state<boolean | undefined>();
  /** A few words about the last change, for a moment. */
  notice = $state('');
  /** Whether the next change is the reader's own doing, which needs no note. */
  own = false;
  #holds = false;
  #held = 0;
  #events: EventSource | undefined;
  #timer = 0;

  get mayReview(): boolean {
    return this.session?.role === 'reviewer' || this.session?.role === 'admin';
  }

  get signedOut(): boolean {
    return this.session?.mode === 'team' && this.session.name === null;
  }

  constructor() {
    window.addEventListener('tranche:signed-out', () => {
      this.stop();
      if (!this.signedOut) void get<Session>('/session').then((session) => (this.session = session), () => undefined);
    });
  }

  async start(): Promise<void> {
    try {
      this.session = await get<Session>('/session');
    } catch {
      this.connected = false;
    }
    if (this.signedOut) return;
    await this.refresh();
    this.#listen();
  }

  async refresh(): Promise<void> {
    try {
      const now = await get<Book>('/book');
      this.now = now;
      this.head = Math.max(this.head, now.head);
      this.connected ??= true;
    } catch {
      this.connected = false;
    }
  }

  /** The answer to a decision brings the new head before the stream does. */
  moved(head: number, words = ''): void {
    if (this.#holds) {
      this.#held = Math.max(this.#held, head);
      return;
    }
    if (head <= this.head) return;
    this.head = head;
    if (words && !this.own) this.#tell(words);
    void this.refresh();
  }

  /** Keeps news of the book back while a decision is under way: what it removes must not be asked for again. */
  hold(): void {
    this.#holds = true;
  }

  release(): void {
    this.#holds = false;
    this.moved(this.#held);
  }

  stop(): void {
    this.#events?.close();
    this.#events = undefined;
  }

  #listen(): void {
    this.stop();
    const events = new EventSource('/api/v1/events');
    events.addEventListener('open', () => {
      if (this.connected === false) void this.refresh().then(() => this.#tell('The server answers again.'));
      this.connected = true;
    });
    events.addEventListener('error', () => (this.connected = false));
    events.addEventListener('book', (event) => {
      const { head } = JSON.parse((event as MessageEvent<string>).data) as { head: number };
      this.moved(head, 'The book has changed; this page shows the new state.');
    });
    this.#events = events;
  }

  #tell(words: string): void {
    this.notice = words;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => (this.notice = ''), 6000);
  }
}

export const book = new BookState();
