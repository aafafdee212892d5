import type { Equation, NamedReport } from '../api/types';

/** Whether anything is known of a report besides its day: else its key says more. */
export const known = (report: Pick<NamedReport, 'outlet' | 'title'>): boolean => report.outlet !== null || report.title !== null;

/** The report with a key among those that an answer names. */
export const naming = (named: readonly NamedReport[], doc: string): NamedReport | undefined => named.find((one) => one.doc === doc);

/** The beginning of a claim in the evidence of an equation: KEY#NUMBER "WORDS", several after semicolons. */
const CLAIM = /(?:^|"; )(.+?)#\d+ "/g;

/** What states a figure: words of a report, or a source of the official record. */
export interface Source {
  report: NamedReport | undefined;
  words: string;
}

/** The sources of the figures of an equation; words of reports that its answer does not name stay as they are. */
export function sources({ evidence, named }: Pick<Equation, 'evidence' | 'named'>): Source[] {
  return evidence.flatMap((one): Source[] => {
    const claims = [...one.matchAll(CLAIM)].flatMap((found) => {
      const report = naming(named, found[1] ?? '');
      return report ? [{ report, start: found.index, words: found.index + found[0].length }] : [];
    });
    if (claims.length === 0) return [{ report: undefined, words: one }];
    return claims.map(({ report, words }, at) => ({ report, words: one.slice(words, claims[at + 1]?.start ?? one.length - 1) }));
  });
}
