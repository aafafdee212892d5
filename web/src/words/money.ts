import type { Bound } from '../api/types';

const SIGNS: Record<string, string> = { USD: '$', EUR: '€', GBP: '£', JPY: '¥' };

const BOUNDS: Record<Bound, string> = { exactly: '', about: 'about ', at_least: 'at least ', at_most: 'up to ' };

function scaled(value: number, digits: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: digits, useGrouping: true });
}

/** 1850000000 becomes "1.85 bn", 450000000 "450 m", 12500 "12,500". */
export function short(value: number): string {
  const size = Math.abs(value);
  const sign = value < 0 ? '−' : '';
  if (size >= 999.5e9) return `${sign}${scaled(size / 1e12, 3)} tn`;
  if (size >= 999.5e6) return `${sign}${scaled(size / 1e9, 3)} bn`;
  if (size >= 1e6) return `${sign}${scaled(size / 1e6, 2)} m`;
  return sign + scaled(size, 2);
}

/** The sum with the symbol of its currency: "$1.85 bn", "NOK 75 bn", "−$50 m". */
export function money(value: number, currency: string): string {
  const code = currency.replace(/\*$/, '');
  const sign = SIGNS[code];
  const words = short(Math.abs(value));
  return `${value < 0 ? '−' : ''}${sign ?? `${code}\u00a0`}${words.replace(' ', '\u00a0')}`;
}

/** The sum to the last unit: "1,850,000,000 USD". */
export function exact(value: number, currency: string): string {
  return `${scaled(value, 2)} ${currency}`;
}

export interface Stated {
  amount: number;
  amount_max?: number | null;
  currency: string;
  bound: Bound;
}

/** As loosely as the words: "up to $500 m", "$1 bn to $2 bn". */
export function stated(sum: Stated): string {
  if (sum.amount_max !== null && sum.amount_max !== undefined) {
    return `${money(sum.amount, sum.currency)} to ${money(sum.amount_max, sum.currency)}`;
  }
  return BOUNDS[sum.bound] + money(sum.amount, sum.currency);
}

/** Reads what a person types for a sum: "450 million", "1.85bn", "2,000,000". */
export function parseAmount(words: string): number | undefined {
  const match = /^\s*[^\d.,-]{0,4}\s*(\d[\d,.' \u00a0]*)\s*(thousand|k|million|mn|mio|m|billion|bn|b|trillion|tn)?\s*$/i.exec(words);
  if (!match?.[1]) return undefined;
  const number = Number(match[1].replace(/[,' \u00a0]/g, ''));
  const unit = (match[2] ?? '').toLowerCase();
  const factor = unit === '' ? 1 : unit.startsWith('k') || unit.startsWith('th') ? 1e3 : unit.startsWith('m') ? 1e6 : unit.startsWith('b') ? 1e9 : 1e12;
  const amount = Math.round(number * factor * 100) / 100;
  return Number.isFinite(amount) && amount > 0 ? amount : undefined;
}
