import type { ApiError } from '../api/client';
import type { Facts, Content, ContentKind } from '../api/types';
import { parties, party } from './labels.svelte';

/** What a report says besides sums, in the order in which the page lists it. */
export const CONTENT: { kind: ContentKind; one: string; many: string }[] = [
  { kind: 'statement', one: 'Statement', many: 'Statements' },
  { kind: 'encounter', one: 'Encounter', many: 'Encounters' },
  { kind: 'figure', one: 'Figure', many: 'Figures' },
  { kind: 'item', one: 'Equipment', many: 'Equipment' },
  { kind: 'agreement', one: 'Agreement', many: 'Agreements' },
  { kind: 'gift', one: 'Assistance without a sum', many: 'Assistance without a sum' },
];

export const STANCES = ['asserts', 'denies', 'promises', 'warns', 'asks', 'accuses'] as const;
export const MEETINGS = ['visit', 'meeting', 'call', 'conference'] as const;
export const ENCOUNTER_STAGES = ['past', 'ongoing', 'planned', 'cancelled'] as const;
export const ITEM_STAGES = ['requested', 'planned', 'supplied'] as const;
export const AGREEMENT_STAGES = ['under negotiation', 'planned', 'signed', 'joint declaration', 'refused'] as const;

/** It in a few words; the parties of assistance and of agreements by their names. */
export function called(one: Pick<Content, 'kind' | 'label' | 'facts'>): string {
  const { facts } = one;
  if (one.kind === 'gift') return `${facts.what ?? ''}, ${parties(facts.donor ?? [])} to ${parties(facts.recipient ?? [])}, ${facts.stage ?? ''}`;
  if (one.kind === 'agreement') return `${facts.name ?? ''}: ${parties(facts.parties ?? [])}, ${facts.stage ?? ''}`;
  return one.kind === 'figure' || one.kind === 'item' ? one.label.replace(/\b\d{4,}\b/g, (number) => Number(number).toLocaleString('en-GB')) : one.label;
}

/** Whether several reports can have one in common. */
export const merges = (kind: ContentKind): boolean => kind === 'statement' || kind === 'encounter' || kind === 'figure' || kind === 'agreement';

/** One side of an encounter as a person edits it. */
export interface Side {
  name: string;
  office: string;
  country: string;
}

/** Facts as a person edits them: all as words. */
export interface FactsDraft {
  speaker: string;
  office: string;
  country: string;
  stance: string;
  addressee: string;
  meeting: string;
  place: string;
  value: string;
  bound: string;
  unit: string;
  source: string;
  name: string;
  parties: string;
  quantity: string;
  what: string;
  donor: string;
  recipient: string;
  type: string;
  stage: string;
  from: string;
  to: string;
  sides: Side[];
}

export type FactsTrouble = Partial<Record<keyof FactsDraft, string>>;

/** The fields of each kind, in order; those of the sides of an encounter are separate. */
export const FIELDS: Record<ContentKind, (keyof FactsDraft)[]> = {
  statement: ['speaker', 'office', 'country', 'stance', 'addressee'],
  encounter: ['meeting', 'stage', 'place', 'from', 'to'],
  figure: ['bound', 'value', 'unit', 'source'],
  item: ['name', 'quantity', 'unit', 'stage', 'from', 'to'],
  agreement: ['name', 'parties', 'stage', 'from', 'to'],
  gift: ['what', 'donor', 'recipient', 'type', 'stage', 'from', 'to'],
};

const FIRST_STAGE: Record<ContentKind, string> = { statement: '', encounter: 'past', figure: '', item: 'planned', agreement: 'signed', gift: 'announced' };

const country = (code: string | null | undefined): string => (code ? party(code) : '');

export function factsDraft(kind: ContentKind, facts: Facts = {}): FactsDraft {
  const text = (value: string | number | null | undefined): string => (value === null || value === undefined ? '' : String(value));
  return {
    speaker: text(facts.speaker),
    office: text(facts.office),
    country: country(facts.country),
    stance: facts.stance ?? 'asserts',
    addressee: text(facts.addressee),
    meeting: facts.meeting ?? 'meeting',
    place: text(facts.place),
    value: text(facts.value),
    bound: facts.bound ?? 'exactly',
    unit: text(facts.unit),
    source: text(facts.source),
    name: text(facts.name),
    parties: (facts.parties ?? []).map(party).join(', '),
    quantity: text(facts.quantity),
    what: text(facts.what),
    donor: (facts.donor ?? []).map(party).join(', '),
    recipient: (facts.recipient ?? []).map(party).join(', '),
    type: facts.type ?? 'unknown',
    stage: facts.stage ?? FIRST_STAGE[kind],
    from: text(facts.from),
    to: text(facts.to),
    sides: (facts.participants ?? []).map((one) => ({ name: text(one.name), office: text(one.office), country: country(one.country) })),
  };
}

const list = (words: string): string[] => words.split(/[,;]/).map((one) => one.trim()).filter(Boolean);

/** Reads a number as people write it; undefined for anything else. */
export function parseNumber(words: string): number | undefined {
  const plain = words.trim().replace(/[\s,](?=\d{3}\b)/g, '');
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

/** The facts to be sent: all of a kind's fields, or those that differ from what was shown. Or what is wrong with them. */
export function factsOf(kind: ContentKind, draft: FactsDraft, before?: FactsDraft): { facts: Facts; trouble: FactsTrouble } {
  const facts: Record<string, unknown> = {};
  const trouble: FactsTrouble = {};
  for (const name of FIELDS[kind]) {
    const words = String(draft[name]).trim();
    if (before && words === String(before[name]).trim()) continue;
    if (name === 'value' || name === 'quantity') {
      const number = parseNumber(words);
      if (words === '' && name === 'quantity') facts[name] = null;
      else if (number === undefined || (name === 'quantity' && !Number.isInteger(number))) trouble[name] = 'A number such as 1,500.';
      else facts[name] = number;
    } else if (name === 'donor' || name === 'recipient' || name === 'parties') facts[name] = list(words);
    else facts[name] = words || null;
  }
  if (kind === 'encounter') {
    const sides = draft.sides.filter((side) => side.name.trim() || side.office.trim() || side.country.trim());
    const same = before && JSON.stringify(sides) === JSON.stringify(before.sides);
    if (sides.length === 0) trouble.sides = 'Somebody must take part.';
    else if (!same) facts.participants = sides.map((side) => ({ name: side.name.trim() || null, office: side.office.trim() || null, country: side.country.trim() || null }));
  }
  if (draft.from && draft.to && draft.from > draft.to) trouble.to = 'The last day is before the first.';
  return { facts: facts as Facts, trouble };
}

/** What the server says about the fields of a form; anything else comes back as a sentence. */
export function factsTroubleOf(problem: ApiError): { trouble: FactsTrouble; rest: string } {
  const trouble: FactsTrouble = {};
  const rest: string[] = [];
  const fields = new Set(Object.keys(factsDraft('statement')));
  for (const { field, message } of problem.errors) {
    const name = field.replace(/^facts\./, '').replace(/^participants.*/, 'sides');
    const words = message === 'is missing.' ? 'Needed.' : /^(is|has|lies|names) /.test(message) ? `This ${message}` : message;
    if (fields.has(name)) trouble[name as keyof FactsDraft] = words;
    else rest.push(words);
  }
  return { trouble, rest: problem.errors.length === 0 ? problem.message : rest.join(' ') };
}

/** The names by which a decision refers to what a report says. */
export const contentMark = (doc: string, one: Pick<Content, 'kind' | 'label' | 'evidence'>): { doc: string; kind: ContentKind; start: number; end: number; label: string } => ({
  doc,
  kind: one.kind,
  start: one.evidence.start,
  end: one.evidence.end,
  label: one.label,
});
