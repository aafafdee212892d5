import { scaleLinear, scaleUtc, type ScaleLinear, type ScaleTime } from 'd3-scale';
import { money } from '../words/money';

/** Ticks of a money axis, as words. */
export function moneyTicks(scale: ScaleLinear<number, number>, count: number, currency: string): { value: number; words: string }[] {
  return scale.ticks(count).map((value) => ({ value, words: value === 0 ? '0' : money(value, currency) }));
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A tick of a time axis says what is new at it: a year, a month or a day; the first one says the year in any case. */
export function timeTicks(scale: ScaleTime<number, number>, count: number): { at: Date; words: string; strong: boolean }[] {
  return scale
    .ticks(count)
    .filter((at) => at.getUTCHours() === 0 && at.getUTCMinutes() === 0)
    .map((at, place) => {
      const [year, month, day] = [at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()];
      const since = place === 0 ? ` ${year}` : '';
      if (day !== 1) return { at, words: `${day} ${MONTHS[month]}${since}`, strong: false };
      return month === 0 ? { at, words: String(year), strong: true } : { at, words: `${MONTHS[month]}${since}`, strong: false };
    });
}

export { scaleLinear, scaleUtc };
