/** One thing to work on: where it is and what it is called. */
export interface Work {
  id: string;
  href: string;
  words: string;
}

/** The list that the reader came from, so that after one decision the next thing of it can follow. */
class Worklist {
  #items: readonly Work[] = [];
  /** Where the list itself is. */
  home = $state('/');

  take(items: readonly Work[], home: string): void {
    this.#items = items;
    this.home = home;
  }

  /** What follows a thing; nothing at the end of the list, or when the thing is not in it. */
  after(id: string): Work | undefined {
    const at = this.#items.findIndex((one) => one.id === id);
    return at < 0 ? undefined : this.#items.slice(at + 1).find((one) => one.id !== id);
  }
}

export const worklist = new Worklist();
