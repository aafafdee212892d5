/** Something that lies in time. An end that is not known is null. */
export interface Lying {
  start: number | null;
  end: number | null;
}

export interface Placed<T> {
  item: T;
  x0: number;
  x1: number;
  row: number;
  /** Soft ends: the words do not say where it begins or ends. */
  softStart: boolean;
  softEnd: boolean;
  /** Room for its words beside or in its bar, in pixels; none where they would lie over a neighbour. */
  room: number;
}

const GAP = 6;
const LEAST = 8;
/** How far an unknown end fades out, in pixels. */
const FADE = 36;
/** Fewer pixels hold no word. */
const LEAST_WORDS = 56;

/**
 * Places things into rows, the first of the list first: each into the highest row that has room for its bar and its words,
 * else into one that has room for the bar alone. What fits nowhere is left out and counted; the bars of the counts show it.
 */
export function place<T extends Lying>(items: readonly T[], x: (millis: number) => number, wide: number, rows: number, letters: (item: T) => number): { placed: Placed<T>[]; left: number } {
  const taken: [number, number][][] = Array.from({ length: rows }, () => []);
  const placed: Placed<T>[] = [];
  let left = 0;
  for (const item of items) {
    const one = box(item, x);
    if (!one || one.x1 < 0 || one.x0 > wide) continue;
    const shown = Math.min(one.x1, wide) - Math.max(one.x0, 0);
    const inside = shown > 110;
    const wanted = inside ? 0 : Math.min(letters(item), 320, wide - one.x1 - GAP);
    const full = wanted >= LEAST_WORDS ? wanted : 0;
    const row = taken.findIndex((spans) => free(spans, one.x0, one.x1 + full));
    const spare = row < 0 && full > 0 ? taken.findIndex((spans) => free(spans, one.x0, one.x1 + LEAST_WORDS)) : -1;
    const bare = row < 0 && spare < 0 ? taken.findIndex((spans) => free(spans, one.x0, one.x1)) : -1;
    const at = Math.max(row, spare, bare);
    if (at < 0) {
      left++;
      continue;
    }
    const spans = taken[at] as [number, number][];
    const next = Math.min(wide, ...spans.map(([start]) => start).filter((start) => start >= one.x1));
    const room = inside ? shown - 12 : row >= 0 ? full : spare >= 0 ? Math.min(full, next - one.x1 - GAP) : 0;
    spans.push([one.x0, one.x1 + (inside ? 0 : room)]);
    placed.push({ ...one, row: at, room });
  }
  return { placed, left };
}

function free(spans: readonly [number, number][], x0: number, x1: number): boolean {
  return spans.every(([start, end]) => x1 + GAP <= start || x0 >= end + GAP);
}

function box<T extends Lying>(item: T, x: (millis: number) => number): { item: T; x0: number; x1: number; softStart: boolean; softEnd: boolean } | undefined {
  if (item.start === null && item.end === null) return undefined;
  const softStart = item.start === null;
  const softEnd = item.end === null;
  let x0 = softStart ? x(item.end as number) - FADE : x(item.start as number);
  let x1 = softEnd ? x(item.start as number) + FADE : x(item.end as number);
  if (x1 - x0 < LEAST) {
    const middle = (x0 + x1) / 2;
    [x0, x1] = [middle - LEAST / 2, middle + LEAST / 2];
  }
  return { item, x0, x1, softStart, softEnd };
}
