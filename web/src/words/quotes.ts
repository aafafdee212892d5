/** Pairs of double quotation marks, the opening one first. */
const PAIRS = ['""', '“”', '„“', '„”', '«»', '»«', '””'];
const MARKS = /["“”„«»]/;

/** Words of a report between quotation marks; marks that the words already have are neither doubled nor changed. */
export function quoted(words: string): string {
  const inner = words.slice(1, -1);
  if (words.length > 2 && PAIRS.includes(words.charAt(0) + words.charAt(words.length - 1)) && !MARKS.test(inner)) return words;
  return MARKS.test(words) ? `‘${words}’` : `“${words}”`;
}
