import type { Days } from '../api/types';
import { draftOf, type Draft } from './draft';

const CURRENCIES: [RegExp, string][] = [
  [/\b(CAD|C\$)|Canadian dollar/i, 'CAD'],
  [/\b(AUD|A\$)|Australian dollar/i, 'AUD'],
  [/€|\beuros?\b|\bEUR\b/i, 'EUR'],
  [/£|\bpounds?\b|\bGBP\b/i, 'GBP'],
  [/\bNOK\b|Norwegian kron/i, 'NOK'],
  [/\bSEK\b|Swedish kron/i, 'SEK'],
  [/\bDKK\b|Danish kron/i, 'DKK'],
  [/¥|\byen\b|\bJPY\b/i, 'JPY'],
  [/\bUAH\b|hryvnia/i, 'UAH'],
  [/\$|\bdollars?\b|\bUSD\b/i, 'USD'],
];

/** A first draft of a fact from the words that a person selected; the person sees and mends it before it counts. */
export function guess(words: string, published: Days): Draft {
  const draft = draftOf({ date: published, bound: bound(words) });
  const sum = /(\d[\d,.]*\d|\d)[\s-]*(thousand|million|mn|billion|bn|trillion|m\b|b\b)?/i.exec(words.replaceAll('\u00a0', ' '));
  if (sum) draft.amount = [sum[1], sum[2]].filter(Boolean).join(' ');
  draft.currency = CURRENCIES.find(([pattern]) => pattern.test(words))?.[1] ?? 'USD';
  return draft;
}

function bound(words: string): 'exactly' | 'about' | 'at_least' | 'at_most' {
  if (/\b(up to|at most|no more than|as much as)\b/i.test(words)) return 'at_most';
  if (/\b(at least|more than|over|above|no less than)\b/i.test(words)) return 'at_least';
  if (/\b(about|around|some|nearly|almost|roughly|approximately)\b/i.test(words)) return 'about';
  return 'exactly';
}
