import { untrack } from 'svelte';

/** One key, or two in a row such as "g l", with what it does. */
export interface Key {
  keys: string;
  does: string;
  /** Works only while the focus is within what this selector finds. */
  on?: string;
  run: () => void;
}

interface Group {
  name: string;
  keys: Key[];
}

/** The keys that work now. Pages add theirs while they are shown; the help shows them all. */
class Keyboard {
  groups = $state.raw<Group[]>([]);
  on = $state(localStorageSays('tranche.keys') !== 'off');
  #first = '';
  #timer = 0;

  constructor() {
    document.addEventListener('keydown', (event) => this.#press(event));
  }

  /** Adds keys until the returned function is called. */
  add(name: string, keys: Key[]): () => void {
    const group = { name, keys };
    untrack(() => (this.groups = [...this.groups, group]));
    return () => untrack(() => (this.groups = this.groups.filter((other) => other !== group)));
  }

  toggle(): void {
    this.on = !this.on;
    try {
      localStorage.setItem('tranche.keys', this.on ? 'on' : 'off');
    } catch {
      // Kept for this visit only.
    }
  }

  #press(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (!this.on && event.key !== '?') return;
    // A letter with Shift is another letter; any other key is the same one.
    const named = event.key === ' ' ? 'Space' : event.shiftKey && event.key.length > 1 ? `Shift+${event.key}` : event.key;
    const pressed = this.#first ? `${this.#first} ${named}` : named;
    // The page's own keys win over those of the frame.
    for (const group of [...this.groups].reverse()) {
      const key = group.keys.find(
        (one) => (one.keys === pressed || one.keys.split(' or ').includes(pressed)) && (one.on === undefined || (event.target as Element | null)?.closest?.(one.on)),
      );
      if (key) {
        event.preventDefault();
        this.#forget();
        key.run();
        return;
      }
    }
    this.#forget();
    if (this.groups.some((group) => group.keys.some((key) => key.keys.startsWith(`${event.key} `)))) {
      this.#first = event.key;
      this.#timer = window.setTimeout(() => this.#forget(), 1500);
    }
  }

  #forget(): void {
    this.#first = '';
    clearTimeout(this.#timer);
  }
}

function typing(target: EventTarget | null): boolean {
  const element = target as HTMLElement | null;
  if (!element?.closest) return false;
  return element.closest('input:not([type=checkbox]):not([type=radio]), textarea, select, dialog, [contenteditable]') !== null;
}

function localStorageSays(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

export const keyboard = new Keyboard();

/** Moves the focus among the elements that a selector finds, by steps. */
export function step(selector: string, by: number): void {
  const all = [...document.querySelectorAll<HTMLElement>(selector)].filter((one) => one.offsetParent !== null || one.getClientRects().length > 0);
  if (all.length === 0) return;
  const active = document.activeElement;
  let at = all.findIndex((one) => one === active || one.contains(active));
  if (at < 0) at = by > 0 ? -1 : all.length;
  const next = all[Math.max(0, Math.min(all.length - 1, at + by))];
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: 'nearest' });
}
