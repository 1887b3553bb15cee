/** What the desktop shell's preload puts on the window; absent in a browser. */
export type Bridge = {
  /** asks for a connection to the engine: answered by a window message of type `clientele-port` */
  readonly connect: () => Promise<unknown>;
  /** hands a dropped or chosen file to the shell by reference; answers with the id to import it by */
  readonly receive: (file: File) => Promise<string>;
  /** the system's dialog for a portfolio; answers with its path, or null when it was closed */
  readonly pickPortfolio?: () => Promise<string | null>;
  /** the system's dialog for where a copy is to lie; answers with its path, or null when it was closed */
  readonly pickCopy?: (proposed: string) => Promise<string | null>;
  /** prints a page into a PDF where the owner says; answers with its path, or null when the dialog was closed */
  readonly savePdf?: (html: string, name: string) => Promise<string | null>;
};

declare global {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface merges with the DOM's own
  interface Window {
    readonly clientele?: Bridge;
  }
}

export const bridge = (): Bridge | null => window.clientele ?? null;

const TOKEN = 'clientele-token';

/**
 * Takes this run's token out of the address of the first page, before the router reads it. It is kept for this origin,
 * port included, so that a reload and a second tab have it too.
 */
export const takeToken = (): void => {
  const given = /^#token=([\w-]+)$/.exec(window.location.hash)?.[1];
  if (given === undefined) return;
  window.localStorage.setItem(TOKEN, given);
  window.history.replaceState(null, '', window.location.pathname);
};

/** The token which the loopback server asks for with every call. */
export const runToken = (): string => window.localStorage.getItem(TOKEN) ?? '';

/** The nonce of this page's content security policy; styles that are made at run time carry it. */
export const styleNonce = (): string => {
  const carrier = document.querySelector<HTMLElement>('script[nonce], link[nonce], style[nonce]');
  return carrier?.nonce ?? '';
};
