import { time } from './dates';

interface Step {
  date: string;
  sum: number;
}

interface Point {
  date: string;
  own: number;
  difference: number;
}

/**
 * The outline between two announced totals: along the book's own sum, which moves in steps, and back along the same line
 * shifted by the difference, which is taken to grow evenly from one announcement to the next.
 */
export function ribbon(line: readonly Step[], from: Point, to: Point): [number, number][] {
  const [start, end] = [time(from.date), time(to.date)];
  const along: [number, number][] = [[start, from.own]];
  let sum = from.own;
  for (const step of line) {
    const at = time(step.date);
    if (at <= start || at > end) continue;
    along.push([at, sum], [at, step.sum]);
    sum = step.sum;
  }
  along.push([end, sum], [end, to.own]);
  const shift = (at: number): number => (end === start ? to.difference : from.difference + ((to.difference - from.difference) * (at - start)) / (end - start));
  const back = along.map(([at, own]): [number, number] => [at, own + shift(at)]).reverse();
  return [...along, ...back];
}
