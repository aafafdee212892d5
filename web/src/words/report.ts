import type { NamedReport } from '../api/types';

/** Whether anything is known of a report besides its day: else its key says more. */
export const known = (report: Pick<NamedReport, 'outlet' | 'title'>): boolean => report.outlet !== null || report.title !== null;

/** The report with a key among those that an answer names. */
export const naming = (named: readonly NamedReport[], doc: string): NamedReport | undefined => named.find((one) => one.doc === doc);
