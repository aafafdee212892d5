import type { CalledEntry, Equation, Task } from '../api/types';
import { day, days, lastDay } from './dates';
import { parties, party, plural } from './labels.svelte';
import { money, stated, type Stated } from './money';

const CODES = /\b([A-Z]{2,8}(?:\+[A-Z]{2,8})*) to ([A-Z]{2,8}(?:\+[A-Z]{2,8})*)\b/g;

/** What of an entry its name is made of. */
export type Nameable = Stated & Pick<CalledEntry, 'id' | 'donor' | 'recipient'>;

const names = (codes: string): string => codes.split('+').map(party).join(', ');

/** An entry by its sum and its parties. */
export const called = (entry: Nameable): string => `${stated(entry)}, ${parties(entry.donor)} to ${parties(entry.recipient)}`;

/** A row of the official record by its number: "PDA-12" is "PDA no. 12"; undefined for other ids. */
export function numbered(id: string): string | undefined {
  const match = /^([A-Z]+)-(\d+)$/.exec(id);
  return match ? `${match[1]} no. ${match[2]}` : undefined;
}

/** A place in a table of the record, as "pda.csv:93", in words; with the row in front, as "PDA-5 in pda.csv:93". Undefined for other words. */
export function recorded(words: string): string | undefined {
  const match = /^(?:(\S+) in )?([\w.-]+\.csv):(\d+)$/.exec(words);
  return match ? `Official record${match[1] ? `, ${numbered(match[1]) ?? match[1]}` : ''} (${match[2]}, line ${match[3]})` : undefined;
}

/** A month such as "2021-01" by its name. */
const month = (iso: string): string => days({ from: `${iso}-01`, to: lastDay(iso) });

/** A sentence of the server with its days, sums and parties as people write them, and the entries that are known by their sums and parties. */
export function worded(text: string, entries: readonly Nameable[] = []): string {
  return entries
    .reduce((words, entry) => words.replaceAll(entry.id, () => called(entry)), text)
    .replace(/\b\d{4}-\d{2}-\d{2}\b/g, (iso) => day(iso))
    .replace(/\b(since|before|in) (\d{4}-(?:0[1-9]|1[0-2]))\b(?!-)/g, (_, word: string, iso: string) => `${word} ${month(iso)}`)
    .replace(/\b(\d{5,}(?:\.\d+)?) ([A-Z]{3})\b/g, (_, sum: string, currency: string) => money(Number(sum), currency))
    .replace(/\b\d{5,}\b/g, (number) => Number(number).toLocaleString('en-GB'))
    .replace(CODES, (_, donor: string, recipient: string) => `${names(donor)} to ${names(recipient)}`);
}

/** What an equation is about; a package by its sum where its entry is known. */
export function about(equation: Pick<Equation, 'equation' | 'subject'>, entries: readonly Nameable[] = []): string {
  const words = worded(equation.subject);
  switch (equation.equation) {
    case 'total':
      return `Totals announced ${words.startsWith('since') ? words : `: ${words}`}`.replace('announced :', 'announced,');
    case 'ordinal':
      return `Numbers in a series: ${words}`;
    case 'balance':
      return `Balance under ${words}`;
    case 'cap':
      return `Cap of ${words}`;
    case 'sum':
      return parts(equation.subject, entries) ?? words;
  }
}

/** What the sum of parts is that of: of a package, of a row of the record, or of the first packages under an authority. */
function parts(subject: string, entries: readonly Nameable[]): string | undefined {
  const whole = /^package (.+)$/.exec(subject)?.[1];
  if (whole) {
    const entry = entries.find((one) => one.id === whole);
    return entry ? `Parts of ${called(entry)}` : `Parts of the package ${whole}`;
  }
  const row = /^headline of (.+)$/.exec(subject)?.[1];
  if (row) return `Headline sum of ${numbered(row) ?? row}`;
  const step = /^([A-Z]+) after (\d+)$/.exec(subject);
  if (step) return `Step to ${step[1]} no. ${step[2]}`;
  const first = /^(\d+) ([A-Z]+)$/.exec(subject);
  return first ? `The first ${plural(Number(first[1]), 'package')} under ${first[2]}` : undefined;
}

/** The title of a task in words: its entries by their sums and parties, its equation by what it is about. */
export function titleOf(task: Pick<Task, 'title' | 'entries' | 'equation' | 'decision'>): string {
  const named = task.title.split(' / ').map((id) => task.entries.find((one) => one.id === id));
  if (named.length > 0 && named.every((one) => one !== undefined)) return named.map(called).join(' / ');
  if (task.equation) return about(task.equation, task.entries);
  return task.decision ? task.decision.summary : worded(task.title);
}
