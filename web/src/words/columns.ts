/** A column of the ledger that a reader can show or hide; who gives and who receives is always shown. */
export interface Column {
  name: string;
  /** Its head. */
  words: string;
  /** What the server sorts by; empty where it cannot. */
  by: string;
  kind: string;
}

export const COLUMNS: readonly Column[] = [
  { name: 'date', words: 'Date', by: 'date', kind: 'date' },
  { name: 'who', words: 'Donor and recipient', by: 'donor', kind: 'who' },
  { name: 'sum', words: 'Sum', by: 'amount', kind: 'num' },
  { name: 'stage', words: 'Stage', by: 'stage', kind: 'stage' },
  { name: 'type', words: 'Kind', by: '', kind: 'type' },
  { name: 'authority', words: 'Authority', by: '', kind: 'authority' },
  { name: 'outlets', words: 'Outlets', by: 'outlets', kind: 'num outlets' },
  { name: 'standing', words: 'Standing', by: '', kind: 'notes' },
  { name: 'id', words: 'Id', by: '', kind: 'name' },
];

export const USUAL = ['date', 'sum', 'stage', 'outlets', 'standing'];

/** The columns that an address names, in the order of the table; the usual ones where it names none. */
export function columnsOf(words: string): Set<string> {
  if (words === 'none') return new Set(['who']);
  const named = words.split(',').filter((name) => COLUMNS.some((column) => column.name === name && name !== 'who'));
  return new Set(['who', ...(named.length > 0 ? named : USUAL)]);
}

/** What an address says about columns; nothing for the usual ones. */
export function columnWords(shown: ReadonlySet<string>): string {
  const names = COLUMNS.map((column) => column.name).filter((name) => name !== 'who' && shown.has(name));
  if (names.join() === USUAL.join()) return '';
  return names.length === 0 ? 'none' : names.join(',');
}
