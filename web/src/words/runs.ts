import type { Mark } from '../api/types';

/** A stretch of text over which the same marks lie. */
export interface Run {
  start: number;
  end: number;
  text: string;
  marks: Mark[];
}

/** Cuts a text where marks begin and end. Offsets are UTF-16 units, as in strings here; marks outside of the text are cut to it. `also` are further places to cut at. */
export function runs(text: string, marks: readonly Mark[], also: readonly number[] = []): Run[] {
  const cuts = new Set([0, text.length, ...also.filter((cut) => cut > 0 && cut < text.length)]);
  const inside = marks.filter((mark) => mark.start < text.length && mark.end > mark.start);
  for (const mark of inside) {
    cuts.add(Math.max(0, mark.start));
    cuts.add(Math.min(text.length, mark.end));
  }
  const places = [...cuts].sort((a, b) => a - b);
  const opening = [...inside].sort((a, b) => a.start - b.start || b.end - a.end);
  const found: Run[] = [];
  let open: Mark[] = [];
  let next = 0;
  for (let at = 0; at + 1 < places.length; at++) {
    const [start, end] = [places[at] as number, places[at + 1] as number];
    open = open.filter((mark) => mark.end > start);
    for (; next < opening.length && (opening[next] as Mark).start <= start; next++) {
      const mark = opening[next] as Mark;
      if (mark.end > start) open = [...open, mark];
    }
    found.push({ start, end, text: text.slice(start, end), marks: open });
  }
  return found;
}

/** The words around a selection: without blanks at its ends. */
export function trimmed(text: string, start: number, end: number): { start: number; end: number } | undefined {
  let [from, to] = [Math.max(0, start), Math.min(text.length, end)];
  while (from < to && /\s/.test(text[from] as string)) from++;
  while (to > from && /\s/.test(text[to - 1] as string)) to--;
  return to > from ? { start: from, end: to } : undefined;
}
