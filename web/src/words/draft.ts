import type { ApiError } from '../api/client';
import type { Entry, Values } from '../api/types';
import { party } from './labels.svelte';
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
    donor: (entry.donor ?? []).map(party).join(', '),
    recipient: (entry.recipient ?? []).map(party).join(', '),
    type: entry.type ?? 'unknown',
    stage: entry.stage ?? 'announced',
    authority: entry.authority ?? '',
    from: entry.date?.from ?? '',
    to: entry.date?.to ?? '',
    ordinal: entry.ordinal ? String(entry.ordinal) : '',
    parent: entry.parent ?? '',
  };
}

/** What the server says about the fields of a form; anything else comes back as a sentence. */
export function troubleOf(problem: ApiError): { trouble: Trouble; rest: string } {
  const trouble: Trouble = {};
  const rest: string[] = [];
  const fields = new Set(Object.keys(draftOf({})));
  for (const { field, message } of problem.errors) {
    const name = field.replace(/^values\./, '');
    const words = /^(is|has|lies|holds) /.test(message) ? `This ${message}` : message;
    if (fields.has(name)) trouble[name as keyof Draft] = words;
    else rest.push(words);
  }
  return { trouble, rest: problem.errors.length === 0 ? problem.message : rest.join(' ') };
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
    // The server knows every name of a state and says at the field which of them it does not know.
    values[name] = draft[name].split(/[,;]/).map((one) => one.trim()).filter(Boolean);
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
