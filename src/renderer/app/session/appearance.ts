import type { MantineColorScheme, MantineColorSchemeManager } from '@mantine/core';

const KEY = 'clientele-appearance';
const YEAR_MS = 31_536_000_000;

const isScheme = (value: unknown): value is MantineColorScheme =>
  value === 'light' || value === 'dark' || value === 'auto';

// In a browser each run has a port of its own, and with it its own localStorage; a cookie is shared by all
// ports of the host. The desktop shell's own scheme has no cookies, but keeps its localStorage.
const fromCookie = async (): Promise<unknown> => {
  try {
    return (await window.cookieStore.get(KEY))?.value;
  } catch {
    return undefined;
  }
};

const keep = (value: MantineColorScheme): void => {
  try {
    window.localStorage.setItem(KEY, value);
    void window.cookieStore
      .set({ name: KEY, value, sameSite: 'strict', expires: Date.now() + YEAR_MS })
      .catch(() => undefined);
  } catch {
    // Appearance is a convenience: without storage it lasts for this window.
  }
};

const kept = (): unknown => {
  try {
    return window.localStorage.getItem(KEY);
  } catch {
    return null;
  }
};

/** Remembers light, dark or automatic on this computer, for every portfolio. */
export const loadAppearance = async (): Promise<MantineColorSchemeManager> => {
  const stored = kept() ?? (await fromCookie());
  let current = isScheme(stored) ? stored : null;
  return {
    get: (fallback) => current ?? fallback,
    set: (value) => {
      current = value;
      keep(value);
    },
    subscribe: () => undefined,
    unsubscribe: () => undefined,
    clear: () => {
      current = null;
    },
  };
};
