import type { Entry, Values } from '../api/types';
import { parseParties } from './labels.svelte';
import { parseAmount, short } from './money';

/** Cells as a person edits them: all as words. */
export interface Draft {
  amount: string;
  amount_max: string;
  bound: string;
  currency: string;
  donor: string;
  recipient: string;
  type: string;
  stage: string;
  authority: string;
  from: string;
  to: string;
  ordinal: string;
  parent: string;
}

export type Trouble = Partial<Record<keyof Draft, string>>;

const digits = (value: number | null | undefined): string => {
  if (value === null || value === undefined) return '';
  const words = short(value);
  // Words that would lose a digit are not offered: the sum to the last unit is.
  return parseAmount(words) === value ? words : String(value);
};

export function draftOf(entry: Partial<Pick<Entry, 'amount' | 'amount_max' | 'bound' | 'currency' | 'donor' | 'recipient' | 'type' | 'stage' | 'authority' | 'date' | 'ordinal' | 'parent'>>): Draft {
  return {
    amount: digits(entry.amount),
    amount_max: digits(entry.amount_max),
    bound: entry.bound ?? 'exactly',
    currency: entry.currency ?? '',
    donor: (entry.donor ?? []).join(', '),
    recipient: (entry.recipient ?? []).join(', '),
    type: entry.type ?? 'unknown',
    stage: entry.stage ?? 'announced',
    authority: entry.authority ?? '',
    from: entry.date?.from ?? '',
    to: entry.date?.to ?? '',
    ordinal: entry.ordinal ? String(entry.ordinal) : '',
    parent: entry.parent ?? '',
  };
}

/** The cells that differ from what was shown; an emptied cell becomes null. Or what is wrong with them. */
export function changes(draft: Draft, before: Draft): { values: Values; trouble: Trouble } {
  const values: Record<string, unknown> = {};
  const trouble: Trouble = {};
  const changed = (name: keyof Draft): boolean => draft[name].trim() !== before[name].trim();
  for (const name of ['amount', 'amount_max'] as const) {
    if (!changed(name)) continue;
    const words = draft[name].trim();
    const sum = parseAmount(words);
    if (words === '' && name === 'amount_max') values[name] = null;
    else if (sum === undefined) trouble[name] = 'A sum such as 450 million, 1.85 bn or 2,000,000.';
    else values[name] = sum;
  }
  for (const name of ['donor', 'recipient'] as const) {
    if (!changed(name)) continue;
    const parties = parseParties(draft[name]);
    if (parties === undefined) trouble[name] = 'Names or codes with commas between them, such as US, Ukraine.';
    else values[name] = parties;
  }
  for (const name of ['bound', 'type', 'stage'] as const) if (changed(name)) values[name] = draft[name];
  if (changed('currency')) {
    const code = draft.currency.trim().toUpperCase();
    if (/^[A-Z]{3}$/.test(code)) values.currency = code;
    else trouble.currency = 'Three letters, such as USD.';
  }
  for (const name of ['authority', 'from', 'to', 'parent'] as const) if (changed(name)) values[name] = draft[name].trim() || null;
  if (draft.from && draft.to && draft.from > draft.to) trouble.to = 'The last day is before the first.';
  if (changed('ordinal')) {
    const number = Number(draft.ordinal.trim());
    if (draft.ordinal.trim() === '') values.ordinal = null;
    else if (Number.isInteger(number) && number > 0) values.ordinal = number;
    else trouble.ordinal = 'A whole number.';
  }
  return { values: values as Values, trouble };
}
