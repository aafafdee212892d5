/** What this device keeps between visits. A browser that keeps nothing, as a private window may, is not an error. */
export function kept(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** Keeps words, or forgets what was kept; returns whether that worked. */
export function keep(name: string, words: string | null): boolean {
  try {
    if (words === null) localStorage.removeItem(name);
    else localStorage.setItem(name, words);
    return true;
  } catch {
    return false;
  }
}
