import type { ApiError } from '../api/client';
import type { Entry, NewDecision, Values } from '../api/types';

export type BulkAction = 'set' | 'merge' | 'reject' | 'accept';

/** The most entries that the server merges, and the most it decides about at once. */
export const MOST_MERGED = 20;
export const MOST_CHOSEN = 500;

/** The cells that can be set for several entries. */
export const CELLS = [
  ['donor', 'Donor'],
  ['recipient', 'Recipient'],
  ['type', 'Kind'],
  ['stage', 'Stage'],
  ['authority', 'Authority'],
  ['currency', 'Currency'],
  ['from', 'First day'],
  ['to', 'Last day'],
] as const;
export type CellName = (typeof CELLS)[number][0];

/** What the server is asked to set. An empty value clears the cell, where that can be. */
export function valuesOf(cell: CellName, words: string): Values {
  const value = words.trim();
  if (cell === 'donor' || cell === 'recipient') return { [cell]: value.split(/[,;]/).map((one) => one.trim()).filter(Boolean) };
  if (cell === 'currency') return { currency: value.toUpperCase() };
  return { [cell]: value || null } as Values;
}

/** One decision about all of the entries. */
export function decisionOf(action: BulkAction, entries: readonly Entry[], reason: string, values: Values = {}): NewDecision {
  const ids = entries.map((entry) => entry.id);
  if (action === 'merge') return { action: 'merge', entries: ids, reason };
  const parts = ids.map((entry) => (action === 'set' ? { action: 'correct' as const, entry, values } : { action, entry }));
  return { action: 'together', decisions: parts, reason };
}

/** Why an action is not possible for this number of entries; nothing if it is. */
export function refusalOf(action: BulkAction, entries: number): string {
  if (action === 'merge' && entries < 2) return 'Choose at least two entries to merge.';
  if (action === 'merge' && entries > MOST_MERGED) return `At most ${MOST_MERGED} entries are merged at once; ${entries.toLocaleString('en-GB')} are chosen.`;
  if (entries > MOST_CHOSEN) return `At most ${MOST_CHOSEN} entries are decided about at once; ${entries.toLocaleString('en-GB')} are chosen. Narrow the filters first.`;
  return '';
}

/** What the server says, each sentence once: what is about the value that was set, and the rest with the entry that it is about. */
export function troubleOf(problem: ApiError, entries: readonly Entry[]): { value: string; rest: string } {
  const value = new Set<string>();
  const rest = new Set<string>();
  for (const { field, message } of problem.errors) {
    const found = /^decisions\[(\d+)\]\.(values)?/.exec(field);
    const words = /^(is|has|lies|holds|must|changes) /.test(message) ? `This ${message}` : message.charAt(0).toUpperCase() + message.slice(1);
    if (found?.[2]) value.add(words);
    else {
      const entry = found ? entries[Number(found[1])] : undefined;
      rest.add(entry && !message.includes(entry.id) ? `${entry.short ?? entry.id}: ${words}` : words);
    }
  }
  return { value: [...value].join(' '), rest: problem.errors.length === 0 ? problem.message : [...rest].slice(0, 4).join(' ') };
}
