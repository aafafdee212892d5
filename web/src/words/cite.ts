import { quoted } from './quotes';

/** What is cited: an entry of a book or words of a report, with where it is found. */
export interface Source {
  /** A short key for lists of literature, such as the name of an entry. */
  key: string;
  title: string;
  /** Who published it; the book itself for an entry. */
  publisher: string;
  /** The day in words, and the year for lists of literature. */
  date: string;
  year: string;
  /** What it rests on or what is quoted, as a sentence. */
  note: string;
  /** The words that are quoted, where there are some. */
  quote?: string;
  url: string;
  /** The day of looking, in words. */
  seen: string;
}

/** One paragraph, for a footnote. */
export function asText(source: Source): string {
  const quote = source.quote ? `${quoted(source.quote)} ` : '';
  return `${quote}${source.title}. ${[source.publisher, source.date].filter(Boolean).join(', ')}. ${source.note ? `${source.note} ` : ''}${source.url} (seen ${source.seen}).`;
}

const escaped = (words: string): string => words.replace(/[\\{}]/g, '').replace(/([&%$#_])/g, '\\$1');

/** An entry for BibTeX. */
export function asBibTeX(source: Source): string {
  const fields = [
    ['title', `{${escaped(source.title)}}`],
    ['howpublished', escaped(source.publisher)],
    ['year', source.year],
    ['note', escaped([source.quote ? quoted(source.quote) : '', source.note, `Seen ${source.seen}.`].filter(Boolean).join(' '))],
    ['url', source.url],
  ].filter(([, value]) => value !== '');
  return `@misc{${source.key.replace(/[^A-Za-z0-9-]/g, '')},\n${fields.map(([name, value]) => `  ${name} = {${value}}`).join(',\n')}\n}`;
}
