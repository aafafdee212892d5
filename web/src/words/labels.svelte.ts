import type { AidType, Facets, Stage, TaskKind } from '../api/types';

/** Names of bodies that act beside states; the facets of the ledger bring those of the lexicon. */
const BODIES: Record<string, string> = {
  EU: 'European Union',
  NATO: 'NATO',
  UN: 'United Nations',
  IMF: 'International Monetary Fund',
  WB: 'World Bank',
  G7: 'G7',
  ALLIES: 'Allies and partners',
};

const regions = new Intl.DisplayNames(['en-GB'], { type: 'region', fallback: 'none' });

const known = $state<Record<string, string>>({});

export function learn(facets: Facets): void {
  for (const { value, label } of [...facets.donor, ...facets.recipient]) {
    if (label && label !== value) known[value] = label;
  }
}

/** Takes up names that an answer of the server brings. */
export function learnNames(named: readonly { code: string; name: string }[]): void {
  for (const { code, name } of named) if (name && name !== code && known[code] !== name) known[code] = name;
}

/** The values of a filter, by their names; the chosen one is among them even where it occurs no more. */
export function choices(facet: Facets['donor'] | undefined, chosen: string): { value: string; label: string }[] {
  const all = [...(facet ?? [])];
  if (chosen && !all.some((one) => one.value === chosen)) all.push({ value: chosen, label: party(chosen), entries: 0 });
  return all.sort((a, b) => a.label.localeCompare(b.label));
}

/** The name of a party's code. */
export function party(code: string): string {
  return known[code] ?? BODIES[code] ?? (/^[A-Z]{2}$/.test(code) ? (regions.of(code) ?? code) : code);
}

export function parties(codes: readonly string[]): string {
  return codes.length === 0 ? 'not named' : codes.map(party).join(', ');
}

const FLAGS: Record<string, string> = {
  'one-outlet': 'one outlet',
  'sums-differ': 'sums differ',
  computed: 'computed',
  corrected: 'corrected',
};

export const flag = (code: string): string => FLAGS[code] ?? code.replaceAll('-', ' ');

export const STAGES: Stage[] = ['requested', 'planned', 'announced', 'appropriated', 'delivered', 'blocked'];

export const TYPES: AidType[] = ['military', 'financial', 'humanitarian', 'mixed', 'unknown'];

export const BOUNDS = { exactly: 'exactly', about: 'about', at_least: 'at least', at_most: 'up to' } as const;

export const TASKS: Record<TaskKind, { one: string; many: string; about: string }> = {
  residual: { one: 'Sum does not add up', many: 'Sums that do not add up', about: 'An announced total and the entries differ by more than rounding allows.' },
  contradiction: { one: 'Reports differ', many: 'Reports that differ', about: 'Statements that cannot both be true.' },
  double: { one: 'Possible duplicate', many: 'Possible duplicates', about: 'Entries that may be the same commitment.' },
  rule: { one: 'Weak rule', many: 'Weak rules', about: 'Read by a rule that is often wrong.' },
  undated: { one: 'No day', many: 'Without a day', about: 'No report says when.' },
  party: { one: 'Party unclear', many: 'Unclear parties', about: 'The reports do not name the donor or the recipient.' },
  doubtful: { one: 'Doubtful', many: 'Doubtful entries', about: 'No sum counts them until their doubts are settled.' },
  stop: { one: 'Blocked or lapsed', many: 'Blocked or lapsed', about: 'Reports say that it was stopped.' },
  decision: { one: 'Decision without words', many: 'Decisions without words', about: 'None of the claims that the decision concerns is read any more.' },
};

const DIFFERENCES: Record<string, string> = {
  rounding: 'Rounded differently',
  'base drift': 'Counted since different days',
  scope: 'Different parties counted',
  authority: 'Different authorities',
  stage: 'Different stages',
  currency: 'Different currencies',
  'time zone': 'One day apart',
  ordinal: 'Different numbers in a series',
  revision: 'Retracted later',
  'office holder': 'Another holder of the office',
  'plain error': 'One of the two is wrong',
};

/** How the two sides of a contradiction differ. */
export const differs = (type: string): string => DIFFERENCES[type] ?? type;

const FIELDS: Record<string, string> = {
  amount: 'Sum',
  donor: 'Donor',
  recipient: 'Recipient',
  type: 'Kind',
  stage: 'Stage',
  authority: 'Authority',
  date: 'Date',
  ordinal: 'Number in its series',
  parent: 'Part of',
};

export const field = (name: string): string => FIELDS[name] ?? name;

export const MARKS: { kind: string; label: string; on: boolean }[] = [
  { kind: 'aid', label: 'sums', on: true },
  { kind: 'total', label: 'totals', on: true },
  { kind: 'added', label: 'added by people', on: true },
  { kind: 'rejected', label: 'rejected', on: true },
  { kind: 'clue', label: 'clues to the day', on: false },
  { kind: 'statement', label: 'statements', on: false },
  { kind: 'encounter', label: 'encounters', on: false },
  { kind: 'figure', label: 'figures', on: false },
  { kind: 'item', label: 'equipment', on: false },
  { kind: 'agreement', label: 'agreements', on: false },
  { kind: 'person', label: 'persons', on: false },
  { kind: 'body', label: 'bodies', on: false },
  { kind: 'place', label: 'places', on: false },
  { kind: 'problem', label: 'not understood', on: false },
];

export const plural = (n: number, one: string, many = `${one}s`): string => `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`;
