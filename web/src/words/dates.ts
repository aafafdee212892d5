import type { Days } from '../api/types';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

interface Parts {
  year: number;
  month: number;
  day: number;
}

function parts(day: string): Parts {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return { year, month, day: date };
}

function lastOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function name(month: number, brief: boolean): string {
  const word = MONTHS[month - 1] ?? '';
  return brief ? word.slice(0, 3) : word;
}

/** "23 June 2022", or "23 Jun 2022" when brief. */
export function day(iso: string, brief = false): string {
  const { year, month, day: date } = parts(iso);
  return `${date} ${name(month, brief)} ${year}`;
}

/** A span of days no more exact than it is: a day, a month, a year, "by 19 August 2022", "1–3 May 2023". */
export function days(span: Days | null | undefined, brief = false): string {
  if (!span || (!span.from && !span.to)) return 'day unknown';
  const { from, to } = span;
  if (!from) return `by ${day(to as string, brief)}`;
  if (!to) return `from ${day(from, brief)}`;
  if (from === to) return day(from, brief);
  const a = parts(from);
  const b = parts(to);
  const whole = a.day === 1 && b.day === lastOf(b.year, b.month);
  if (whole && a.month === 1 && b.month === 12) return a.year === b.year ? `${a.year}` : `${a.year}–${b.year}`;
  if (whole && a.year === b.year) {
    return a.month === b.month ? `${name(a.month, brief)} ${a.year}` : `${name(a.month, brief)}–${name(b.month, brief)} ${a.year}`;
  }
  if (a.year === b.year && a.month === b.month) return `${a.day}–${b.day} ${name(a.month, brief)} ${a.year}`;
  if (a.year === b.year) return `${a.day} ${name(a.month, brief)} – ${b.day} ${name(b.month, brief)} ${a.year}`;
  return `${day(from, brief)} – ${day(to, brief)}`;
}

/** Whether the span says more than one day, or not both ends. */
export function uncertain(span: Days): boolean {
  return !span.from || !span.to || span.from !== span.to;
}

/** A moment in the reader's own time: "26 November 2026, 01:50". */
export function moment(iso: string): string {
  return new Date(iso).toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' });
}

/** The last day of a month: "2022-02" has "2022-02-28". */
export const lastDay = (month: string): string => isoOf(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0));

/** Milliseconds of a day's beginning, in UTC. */
export const time = (iso: string): number => Date.parse(`${iso}T00:00:00Z`);

export const isoOf = (millis: number): string => new Date(millis).toISOString().slice(0, 10);

export const DAY = 86_400_000;
