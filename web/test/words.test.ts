import { describe, expect, it } from 'vitest';
import { days } from '../src/words/dates';
import { changes, draftOf } from '../src/words/draft';
import { guess } from '../src/words/guess';
import { place } from '../src/words/lanes';
import { money, parseAmount, short, stated } from '../src/words/money';
import { ribbon } from '../src/words/ribbon';
import { runs, trimmed } from '../src/words/runs';
import type { Mark } from '../src/api/types';
import { factsDraft, factsOf, parseNumber } from '../src/words/content';
import { about, numbered, recorded, titleOf, worded } from '../src/words/task';
import { quoted } from '../src/words/quotes';

const bare = (words: string): string => words.replaceAll('\u00a0', ' ');

describe('quotation marks', () => {
  it('are set around words, and not twice', () => {
    expect(quoted('two ferries')).toBe('“two ferries”');
    expect(quoted('"two ferries"')).toBe('"two ferries"');
    expect(quoted('„two ferries“')).toBe('„two ferries“');
    expect(quoted('he said “two ferries” came')).toBe('‘he said “two ferries” came’');
    expect(quoted('"One," he said, "or two"')).toBe('‘"One," he said, "or two"’');
    expect(quoted('"')).toBe('‘"’');
  });
});

describe('money', () => {
  it('says a sum as loosely as it was stated', () => {
    expect(bare(stated({ amount: 5e8, currency: 'USD', bound: 'at_most' }))).toBe('up to $500 m');
    expect(bare(stated({ amount: 1e9, amount_max: 2e9, currency: 'EUR', bound: 'exactly' }))).toBe('€1 bn to €2 bn');
    expect(bare(money(-5e7, 'USD'))).toBe('−$50 m');
    expect(bare(money(75e9, 'NOK'))).toBe('NOK 75 bn');
    expect(short(12_500)).toBe('12,500');
  });

  it('never rounds a sum into the next unit', () => {
    expect(short(999_400_000)).toBe('999.4 m');
    expect(short(999_600_000)).toBe('1 bn');
  });

  it('reads what people type', () => {
    expect(parseAmount('450 million')).toBe(450e6);
    expect(parseAmount('$1.85bn')).toBe(1.85e9);
    expect(parseAmount('2,000,000')).toBe(2e6);
    expect(parseAmount('plenty')).toBeUndefined();
    expect(parseAmount('0')).toBeUndefined();
    expect(parseAmount('1.2.3')).toBeUndefined();
  });
});

describe('days', () => {
  it('is no more exact than what is known', () => {
    expect(days({ from: '2022-06-23', to: '2022-06-23' })).toBe('23 June 2022');
    expect(days({ from: '2022-06-01', to: '2022-06-30' })).toBe('June 2022');
    expect(days({ from: '2024-02-01', to: '2024-02-29' })).toBe('February 2024');
    expect(days({ from: '2023-01-01', to: '2023-12-31' })).toBe('2023');
    expect(days({ from: null, to: '2022-08-19' })).toBe('by 19 August 2022');
    expect(days({ from: '2022-08-19', to: null })).toBe('from 19 August 2022');
    expect(days({ from: '2023-05-01', to: '2023-05-03' })).toBe('1–3 May 2023');
    expect(days({ from: null, to: null })).toBe('day unknown');
  });
});

const mark = (start: number, end: number, kind: Mark['kind'] = 'aid'): Mark => ({ start, end, kind, label: '', index: 0, entry: null });

describe('runs', () => {
  it('keeps every letter once, whatever overlaps', () => {
    const text = 'one two 😀 three';
    const cut = runs(text, [mark(0, 7), mark(4, 10, 'person'), mark(8, 99, 'place'), mark(50, 60)]);
    expect(cut.map((run) => run.text).join('')).toBe(text);
    expect(cut.map((run) => run.marks.map((one) => one.kind))).toEqual([['aid'], ['aid', 'person'], ['person'], ['person', 'place'], ['place']]);
    for (const run of cut) expect(text.slice(run.start, run.end)).toBe(run.text);
  });

  it('shows a text without marks as one run, and an empty text as none', () => {
    expect(runs('words', [])).toHaveLength(1);
    expect(runs('', [])).toHaveLength(0);
  });

  it('takes blanks off a selection', () => {
    expect(trimmed('a  $5 million. ', 1, 15)).toEqual({ start: 3, end: 14 });
    expect(trimmed('    ', 0, 4)).toBeUndefined();
  });
});

describe('drafts', () => {
  const entry = { amount: 450e6, currency: 'USD', bound: 'exactly' as const, donor: ['US'], recipient: ['UA'], stage: 'announced' as const, type: 'military' as const, authority: 'PDA', date: { from: '2022-06-23', to: '2022-06-23' } };

  it('sends what changed and nothing else', () => {
    const before = draftOf(entry);
    expect(changes({ ...before }, before)).toEqual({ values: {}, trouble: {} });
    const { values } = changes({ ...before, amount: '460 m', authority: '', recipient: 'Ukraine, Moldova' }, before);
    expect(values).toEqual({ amount: 460e6, authority: null, recipient: ['Ukraine', 'Moldova'] });
  });

  it('says what is wrong', () => {
    const before = draftOf(entry);
    const { trouble } = changes({ ...before, amount: 'lots', donor: 'Atlantis', currency: '$', to: '2021-01-01' }, before);
    expect(Object.keys(trouble).sort()).toEqual(['amount', 'currency', 'to']);
  });

  it('does not offer words that lose a digit of the sum', () => {
    expect(draftOf({ amount: 1_234_567_890 }).amount).toBe('1234567890');
    expect(draftOf({ amount: 1_850_000_000 }).amount).toBe('1.85 bn');
  });

  it('guesses a fact from its words', () => {
    expect(guess('nearly €2.5bn in loans', { from: null, to: null })).toMatchObject({ amount: '2.5 bn', currency: 'EUR', bound: 'about' });
    expect(guess('up to 500 million Norwegian kroner', { from: null, to: null })).toMatchObject({ amount: '500 million', currency: 'NOK', bound: 'at_most' });
  });
});

describe('lanes', () => {
  const x = (millis: number): number => millis;

  const letters = (): number => 80;

  it('lets nothing in a row touch, words included, and counts what has no room', () => {
    const items = Array.from({ length: 40 }, (_, at) => ({ start: (at * 37) % 200, end: ((at * 37) % 200) + 25 }));
    const { placed, left } = place(items, x, 300, 4, letters);
    expect(placed.length + left).toBe(items.length);
    expect(left).toBeGreaterThan(0);
    for (const one of placed) {
      for (const other of placed) {
        if (one !== other && one.row === other.row) expect(one.x1 + one.room < other.x0 || other.x1 + other.room < one.x0).toBe(true);
      }
    }
  });

  it('gives the first of the list the room when there is too little', () => {
    const items = Array.from({ length: 30 }, () => ({ start: 50, end: 60 }));
    const { placed, left } = place(items, x, 300, 3, letters);
    expect(placed.map((one) => one.item)).toEqual(items.slice(0, 3));
    expect(left).toBe(27);
  });

  it('does not let one crowded day take the room of its neighbours', () => {
    const crowd = Array.from({ length: 50 }, () => ({ start: 100, end: 110 }));
    const { placed } = place([...crowd, { start: 200, end: 210 }], x, 300, 3, letters);
    expect(placed.some((one) => one.item.start === 200)).toBe(true);
  });

  it('draws an unknown end soft, and what has no day not at all', () => {
    const { placed } = place([{ start: null, end: 100 }, { start: 250, end: null }, { start: null, end: null }], x, 300, 3, letters);
    expect(placed.map((one) => [one.softStart, one.softEnd])).toEqual([[true, false], [false, true]]);
  });
});

describe('ribbon', () => {
  it('goes along the steps and comes back through the announced totals', () => {
    const outline = ribbon(
      [{ date: '2022-01-01', sum: 10 }, { date: '2022-01-03', sum: 20 }],
      { date: '2022-01-01', own: 10, difference: 0 },
      { date: '2022-01-05', own: 20, difference: -4 },
    );
    const day = (n: number): number => Date.UTC(2022, 0, n);
    expect(outline[0]).toEqual([day(1), 10]);
    expect(outline).toContainEqual([day(5), 20]);
    expect(outline).toContainEqual([day(5), 16]);
    expect(outline).toContainEqual([day(3), 18]);
    expect(outline.at(-1)).toEqual([day(1), 10]);
  });
});

describe('tasks', () => {
  it('words days, sums and parties', () => {
    expect(bare(worded('Shown is 460000000 USD on 2031-02-03; number 12345 of NO to SE is missing.'))).toBe('Shown is $460 m on 3 February 2031; number 12,345 of Norway to Sweden is missing.');
    expect(worded('XX-UA-2031-abc under PDA')).toBe('XX-UA-2031-abc under PDA');
    expect(worded('since 2031-01; the list of 2031-32')).toBe('since January 2031; the list of 2031-32');
  });

  it('calls entries by their sums and parties where they are known', () => {
    const one = { id: 'NO-SE-2031-abc', amount: 5e8, currency: 'USD', bound: 'about' as const, donor: ['NO'], recipient: ['SE'] };
    expect(bare(worded('Shown is NO-SE-2031-abc; also reported is NO-SE-2031-xyz.', [one]))).toBe('Shown is about $500 m, Norway to Sweden; also reported is NO-SE-2031-xyz.');
    expect(bare(about({ equation: 'sum', subject: 'package NO-SE-2031-abc' }, [one]))).toBe('Parts of about $500 m, Norway to Sweden');
  });

  it('names rows and places of the official record', () => {
    expect(numbered('PDA-12')).toBe('PDA no. 12');
    expect(numbered('NO-SE-2031-abc')).toBeUndefined();
    expect(recorded('PDA-12 in list.csv:7')).toBe('Official record, PDA no. 12 (list.csv, line 7)');
    expect(recorded('list.csv:7')).toBe('Official record (list.csv, line 7)');
    expect(recorded('https://news.example/list.csv:7')).toBeUndefined();
  });

  it('says what an equation is about', () => {
    expect(about({ equation: 'ordinal', subject: 'NO to SE PDA 3–18' })).toBe('Numbers in a series: Norway to Sweden PDA 3–18');
    expect(about({ equation: 'total', subject: 'since 2031-02-24' })).toBe('Totals announced since 24 February 2031');
    expect(about({ equation: 'total', subject: 'NO to SE since 2031-02-24, stated by reports' })).toBe('Totals announced, Norway to Sweden since 24 February 2031, stated by reports');
    expect(about({ equation: 'sum', subject: 'package X-1' })).toBe('Parts of the package X-1');
    expect(about({ equation: 'sum', subject: '5 PDA' })).toBe('The first 5 packages under PDA');
    expect(about({ equation: 'sum', subject: 'headline of PDA-5' })).toBe('Headline sum of PDA no. 5');
  });

  it('calls a task by its entries', () => {
    const one = { id: 'a', amount: 5e8, currency: 'USD', bound: 'exactly', donor: ['NO'], recipient: ['SE'] };
    const task = { title: 'a / a', entries: [one], equation: null, decision: null } as unknown as Parameters<typeof titleOf>[0];
    expect(bare(titleOf(task))).toBe('$500 m, Norway to Sweden / $500 m, Norway to Sweden');
    expect(titleOf({ ...task, title: 'Ada Berg, President, in 2031', entries: [] })).toBe('Ada Berg, President, in 2031');
  });
});

describe('what a report tells', () => {
  it('sends what was changed alone, or all of it', () => {
    const before = factsDraft('figure', { value: 1200, bound: 'about', unit: 'wagons', source: null });
    expect(factsOf('figure', { ...before, value: '1,500' }, before)).toEqual({ facts: { value: 1500 }, trouble: {} });
    expect(factsOf('figure', before, before).facts).toEqual({});
    expect(factsOf('figure', before).facts).toEqual({ bound: 'about', value: 1200, unit: 'wagons', source: null });
    expect(factsOf('figure', { ...before, value: 'some' }).trouble).toHaveProperty('value');
  });

  it('needs somebody who takes part', () => {
    const draft = factsDraft('encounter', { meeting: 'visit', participants: [{ name: 'Ada Berg', office: '', country: 'NO' }] });
    expect(draft.sides).toEqual([{ name: 'Ada Berg', office: '', country: 'Norway' }]);
    expect(factsOf('encounter', { ...draft, sides: [] }).trouble).toHaveProperty('sides');
    expect(factsOf('encounter', { ...draft, from: '2031-02-03', to: '2031-02-01' }).trouble).toHaveProperty('to');
    expect(factsOf('encounter', draft, draft).facts).toEqual({});
  });

  it('reads numbers as people write them', () => {
    expect([parseNumber('1,500'), parseNumber('1 500 000'), parseNumber('2.5'), parseNumber('x'), parseNumber('1,5')]).toEqual([1500, 1_500_000, 2.5, undefined, undefined]);
  });
});
