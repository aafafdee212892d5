/** A view of the ledger that a reader has named: its address holds filters, order and columns. */
export interface View {
  name: string;
  /** The query of its address, without the question mark. */
  query: string;
}

export const LONGEST_NAME = 60;
export const MOST_VIEWS = 100;

/** Reads the views that a device has kept; anything else is left out. */
export function viewsOf(kept: string | null): View[] {
  let found: unknown;
  try {
    found = JSON.parse(kept ?? '[]');
  } catch {
    return [];
  }
  if (!Array.isArray(found)) return [];
  const views: View[] = [];
  for (const one of found as Partial<View>[]) {
    if (typeof one?.name !== 'string' || typeof one.query !== 'string' || views.some((view) => view.name === one.name)) continue;
    views.push({ name: one.name, query: one.query });
  }
  return views.slice(0, MOST_VIEWS);
}

/** What is wrong with a new name; nothing when it can be taken. */
export function refusal(views: readonly View[], name: string, renamed = ''): string {
  const words = name.trim();
  if (words === '') return 'Give the view a name.';
  if (words.length > LONGEST_NAME) return `A name has at most ${LONGEST_NAME} characters.`;
  if (words !== renamed && views.some((view) => view.name === words)) return `A view named “${words}” already exists; choose another name or remove that one.`;
  if (renamed === '' && views.length >= MOST_VIEWS) return `At most ${MOST_VIEWS} views can be kept; remove one first.`;
  return '';
}

/** Whether two queries ask for the same, whatever the order of their parts. */
export function same(one: string, other: string): boolean {
  const sorted = (words: string): string => {
    const query = new URLSearchParams(words);
    query.sort();
    return query.toString();
  };
  return sorted(one) === sorted(other);
}
