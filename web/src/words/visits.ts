/** A state of the book that was seen, and when, in milliseconds. */
export interface Look {
  head: number;
  at: number;
}

/** What a device knows of its visits to a book: the last look, and the end of the visit before this one; null during the first. */
export interface Visits extends Look {
  before: Look | null;
}

/** After this many milliseconds away, coming back counts as another visit. */
export const PAUSE = 30 * 60_000;

/** Reads what was kept of a book; nothing where that makes no sense. */
export function visitsOf(words: string | null): Visits | undefined {
  try {
    const found = JSON.parse(words ?? '') as Visits;
    const sound = (one: { head: unknown; at: unknown } | null): boolean => one !== null && Number.isFinite(one.head) && Number.isFinite(one.at);
    return sound(found) && (found.before === null || sound(found.before)) ? found : undefined;
  } catch {
    return undefined;
  }
}

/** The visits after one more look at the book. A book that is behind what was seen is another book. */
export function looked(visits: Visits | undefined, head: number, now: number): Visits {
  if (!visits || visits.head > head) return { head, at: now, before: null };
  const before = now - visits.at > PAUSE ? { head: visits.head, at: visits.at } : visits.before;
  return { head, at: now, before };
}
