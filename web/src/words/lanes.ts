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
  /** Soft ends: the words do not tell where it begins or ends. */
  softStart: boolean;
  softEnd: boolean;
}

export interface Crowd<T> {
  items: T[];
  x0: number;
  x1: number;
}

const ROOM = 4;
const LEAST = 8;
/** How far an unknown end fades out, in pixels. */
const FADE = 36;

/**
 * Places what lies in a window into as few rows as hold it without touching. What does not fit into the rows is returned
 * as crowds of neighbours, so that nothing vanishes.
 */
export function place<T extends Lying>(items: readonly T[], x: (millis: number) => number, from: number, to: number, rows: number): { placed: Placed<T>[]; crowds: Crowd<T>[] } {
  const ends: number[] = [];
  const placed: Placed<T>[] = [];
  const left: { item: T; x0: number; x1: number }[] = [];
  const boxes = items
    .map((item) => box(item, x))
    .filter((one) => one !== undefined && one.x1 >= from && one.x0 <= to)
    .map((one) => one as NonNullable<ReturnType<typeof box<T>>>)
    .sort((a, b) => a.x0 - b.x0 || b.x1 - a.x1);
  for (const one of boxes) {
    let row = ends.findIndex((end) => end + ROOM <= one.x0);
    if (row < 0 && ends.length < rows) row = ends.push(-Infinity) - 1;
    if (row < 0) {
      left.push(one);
      continue;
    }
    ends[row] = one.x1;
    placed.push({ ...one, row });
  }
  return { placed, crowds: crowd(left) };
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

function crowd<T>(left: readonly { item: T; x0: number; x1: number }[]): Crowd<T>[] {
  const crowds: Crowd<T>[] = [];
  for (const one of [...left].sort((a, b) => a.x0 - b.x0)) {
    const last = crowds.at(-1);
    const x1 = Math.min(one.x1, one.x0 + 30);
    if (last && one.x0 - last.x0 < 30) {
      last.items.push(one.item);
      last.x1 = Math.max(last.x1, x1);
    } else crowds.push({ items: [one.item], x0: one.x0, x1 });
  }
  return crowds;
}
