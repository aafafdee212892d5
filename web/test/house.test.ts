import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(svelte|ts|css)$/.test(name))
  .map((name) => ({ name, text: readFileSync(join(ROOT, 'src', name), 'utf8') }));

describe('house rules of the pages', () => {
  it('sees the sources', () => {
    expect(sources.length).toBeGreaterThan(40);
  });

  it('shows text as text, never as HTML', () => {
    expect(sources.filter(({ text }) => /\{@html|innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser/.test(text)).map(({ name }) => name)).toEqual([]);
  });

  it('writes no style into the page, which the policy refuses', () => {
    expect(sources.filter(({ name, text }) => name.endsWith('.svelte') && /\sstyle=["{]/.test(text)).map(({ name }) => name)).toEqual([]);
  });

  it('keys no list by what the server sends, where one key twice would stop the page', () => {
    const ours = /\((column|lane|place|group|tick|row|run|step|key|one)\.(name|value|href|start|place|keys|label|at\.getTime\(\)|year|kind|day)\)/;
    const keyed = sources.flatMap(({ name, text }) => [...text.matchAll(/\{#each [^\n]*? as [^\n]*?(\([\w.`$ {}]*\.(?:id|doc|key|code|report|name|value|month)[\w.`$ {}]*\))\}/g)].map((match) => [name, match[1] as string] as const));
    expect(keyed.filter(([, key]) => !ours.test(key))).toEqual([]);
  });

  it('names no other host', () => {
    expect(sources.filter(({ text }) => /["'`(](https?:)?\/\/[a-z]/i.test(text)).map(({ name }) => name)).toEqual([]);
  });

  it('exports what every list of the book shows', () => {
    // Accounts and sign-ins are not part of the book.
    const lists = sources.filter(({ name, text }) => name.startsWith(join('pages', '')) && /new Pages<|new Loaded<Found>/.test(text) && !name.endsWith('Accounts.svelte'));
    expect(lists.length).toBeGreaterThan(7);
    expect(lists.filter(({ text }) => !text.includes('<Export path=')).map(({ name }) => name)).toEqual([]);
  });

  it('has no file of more than 500 lines', () => {
    expect(sources.filter(({ text }) => text.split('\n').length > 500).map(({ name }) => name)).toEqual([]);
  });

  it('locks no registry and no place of a machine', () => {
    const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as { packages: Record<string, { resolved?: string; integrity?: string; link?: boolean }> };
    const packages = Object.entries(lock.packages).filter(([name]) => name !== '');
    expect(packages.length).toBeGreaterThan(50);
    expect(packages.filter(([, one]) => one.resolved !== undefined || one.link).map(([name]) => name)).toEqual([]);
    expect(packages.filter(([, one]) => one.integrity === undefined).map(([name]) => name)).toEqual([]);
  });
});
