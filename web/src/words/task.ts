import type { Entry, Equation, Task } from '../api/types';
import { day } from './dates';
import { parties, party } from './labels.svelte';
import { money, stated } from './money';

const CODES = /\b([A-Z]{2,8}(?:\+[A-Z]{2,8})*) to ([A-Z]{2,8}(?:\+[A-Z]{2,8})*)\b/g;

const names = (codes: string): string => codes.split('+').map(party).join(', ');

/** A sentence of the server with its days, sums and parties as people write them. */
export function worded(text: string): string {
  return text
    .replace(/\b\d{4}-\d{2}-\d{2}\b/g, (iso) => day(iso))
    .replace(/\b(\d{5,}(?:\.\d+)?) ([A-Z]{3})\b/g, (_, sum: string, currency: string) => money(Number(sum), currency))
    .replace(/\b\d{5,}\b/g, (number) => Number(number).toLocaleString('en-GB'))
    .replace(CODES, (_, donor: string, recipient: string) => `${names(donor)} to ${names(recipient)}`);
}

const called = (entry: Entry): string => `${stated(entry)}, ${parties(entry.donor)} to ${parties(entry.recipient)}`;

/** What an equation is about; a package by its sum where its entry is known. */
export function about(equation: Pick<Equation, 'equation' | 'subject'>, entries: readonly Entry[] = []): string {
  const words = worded(equation.subject);
  const whole = /^package (.+)$/.exec(equation.subject)?.[1];
  switch (equation.equation) {
    case 'total':
      return `Totals announced ${words.startsWith('since') ? words : `: ${words}`}`.replace('announced :', 'announced,');
    case 'ordinal':
      return `Numbers in a series: ${words}`;
    case 'balance':
      return `Balance under ${words}`;
    case 'cap':
      return `Cap of ${words}`;
    case 'sum': {
      if (!whole) return words.replace(/^headline of/, 'Headline sum of');
      const entry = entries.find((one) => one.id === whole);
      return entry ? `Parts of ${called(entry)}` : `Parts of the package ${whole}`;
    }
  }
}

/** The title of a task in words: its entries by their sums and parties, its equation by what it is about. */
export function titleOf(task: Pick<Task, 'title' | 'entries' | 'equation' | 'decision'>): string {
  const named = task.title.split(' / ').map((id) => task.entries.find((one) => one.id === id));
  if (named.length > 0 && named.every((one) => one !== undefined)) return named.map(called).join(' / ');
  if (task.equation) return about(task.equation, task.entries);
  return task.decision ? task.decision.summary : worded(task.title);
}
