import { describe, expect, it } from 'vitest';
import { ApiError } from '../src/api/client';
import type { Entry } from '../src/api/types';
import { decisionOf, refusalOf, troubleOf, valuesOf } from '../src/words/bulk';
import { columnsOf, columnWords, USUAL } from '../src/words/columns';
import { refusal, same, viewsOf } from '../src/words/views';
import { looked, PAUSE, visitsOf } from '../src/words/visits';

const entry = (id: string): Entry => ({ id, short: id.toLowerCase() }) as Entry;

describe('columns', () => {
  it('are the usual ones where the address names none', () => {
    expect([...columnsOf('')]).toEqual(['who', ...USUAL]);
    expect(columnWords(columnsOf(''))).toBe('');
  });

  it('come back from the address in the order of the table, without what is not a column', () => {
    expect(columnWords(columnsOf('id,sum,nonsense,type'))).toBe('sum,type,id');
    for (const words of ['nonsense', 'usual']) expect([...columnsOf(words)]).toEqual(['who', ...USUAL]);
  });

  it('may all be hidden but who gives and receives', () => {
    expect(columnWords(new Set(['who']))).toBe('none');
    expect([...columnsOf('none')]).toEqual(['who']);
  });
});

describe('saved views', () => {
  const views = [{ name: 'Air defence', query: 'q=patriot' }];

  it('survive anything that a device kept', () => {
    for (const kept of [null, '', '{', '7', '{"name":"a"}', '[null,7,{"name":"a"},{"name":1,"query":"q"}]']) expect(viewsOf(kept)).toEqual([]);
    expect(viewsOf(JSON.stringify([...views, ...views]))).toEqual(views);
  });

  it('refuse a name that is empty, taken or too long, and say what to do', () => {
    expect(refusal(views, ' ')).toBe('Give the view a name.');
    expect(refusal(views, ' Air defence ')).toContain('choose another name');
    expect(refusal(views, 'Air defence', 'Air defence')).toBe('');
    expect(refusal(views, 'x'.repeat(61))).toContain('60 characters');
    expect(refusal(views, 'Tanks')).toBe('');
  });

  it('know the same view whatever the order of its parts', () => {
    expect(same('donor=DE&q=a+b', 'q=a%20b&donor=DE')).toBe(true);
    expect(same('donor=DE', 'donor=US')).toBe(false);
  });
});

describe('visits', () => {
  const day = 86_400_000;

  it('the first has none before it', () => {
    expect(looked(undefined, 7, 100)).toEqual({ head: 7, at: 100, before: null });
  });

  it('one goes on through short pauses and ends with a long one', () => {
    const first = looked(undefined, 7, 0);
    const same = looked(first, 9, PAUSE);
    expect(same.before).toBeNull();
    const next = looked(same, 12, day);
    expect(next).toEqual({ head: 12, at: day, before: { head: 9, at: PAUSE } });
    expect(looked(next, 13, day + 1).before).toEqual({ head: 9, at: PAUSE });
  });

  it('to another book under the same name begin again', () => {
    expect(looked({ head: 50, at: 0, before: null }, 7, day).before).toBeNull();
  });

  it('that make no sense are ignored', () => {
    for (const kept of [null, '', '{}', '{"head":1,"at":"x","before":null}', '{"head":1,"at":2,"before":{"head":1}}']) expect(visitsOf(kept)).toBeUndefined();
    expect(visitsOf('{"head":1,"at":2,"before":null}')).toEqual({ head: 1, at: 2, before: null });
  });
});

describe('decisions about several entries', () => {
  it('are one decision, and a merge names the first', () => {
    const both = [entry('A'), entry('B')];
    expect(decisionOf('merge', both, 'r')).toEqual({ action: 'merge', entries: ['A', 'B'], reason: 'r' });
    expect(decisionOf('set', both, 'r', valuesOf('donor', 'Germany; DK, '))).toEqual({
      action: 'together',
      reason: 'r',
      decisions: ['A', 'B'].map((one) => ({ action: 'correct', entry: one, values: { donor: ['Germany', 'DK'] } })),
    });
    expect(decisionOf('reject', both, 'r').decisions).toEqual(['A', 'B'].map((one) => ({ action: 'reject', entry: one })));
  });

  it('clear a cell with an empty value', () => {
    expect(valuesOf('authority', ' ')).toEqual({ authority: null });
    expect(valuesOf('currency', 'usd')).toEqual({ currency: 'USD' });
  });

  it('say which numbers are too many or too few', () => {
    expect(refusalOf('merge', 1)).toContain('at least two');
    expect(refusalOf('merge', 21)).toContain('21 are chosen');
    expect(refusalOf('merge', 20)).toBe('');
    expect(refusalOf('reject', 501)).toContain('501');
  });

  it('show what the server says about the value once, and the rest with its entry', () => {
    const problem = new ApiError(400, 'Wrong', 'Wrong.', [
      { field: 'decisions[0].values.donor', message: '"Germny" is not a known name.' },
      { field: 'decisions[1].values.donor', message: '"Germny" is not a known name.' },
      { field: 'decisions[1].entry', message: 'is gone.' },
    ]);
    expect(troubleOf(problem, [entry('A'), entry('B')])).toEqual({ value: '"Germny" is not a known name.', rest: 'b: This is gone.' });
    expect(troubleOf(new ApiError(409, 'Changed since', 'Look again.'), [])).toEqual({ value: '', rest: 'Look again.' });
  });
});
