import { PORT_CHANNEL, REQUEST_CHANNEL } from './channels.ts';
import type { Ask, Reply } from './requests.ts';

/** All that a page of the app can do beyond what any web page can. */
export type Bridge = {
  /** asks for a port to the engine, which comes as a window message `{ type: 'clientele-port', sentence }` */
  readonly connect: () => Promise<void>;
  /** has a file that the owner chose or dropped copied; answers with its id. @throws with a sentence */
  readonly receive: (file: File) => Promise<string>;
  /** the path of the portfolio that the owner picks, or null */
  readonly pickPortfolio: () => Promise<string | null>;
  /** the path at which the owner wants a copy, or null; nothing is written yet */
  readonly pickCopy: (proposed: string) => Promise<string | null>;
  /** prints a page into a PDF where the owner says; its path, or null when the dialog was closed. @throws with a sentence */
  readonly savePdf: (html: string, name: string) => Promise<string | null>;
};

type Parts = {
  readonly ipc: {
    readonly invoke: (channel: string, ask: Ask) => Promise<Reply>;
    readonly on: (
      channel: string,
      listener: (
        event: { readonly ports: readonly unknown[] },
        message: { readonly sentence: string | null },
      ) => void,
    ) => unknown;
  };
  readonly pathOf: (file: File) => string;
  /** to the page's own window */
  readonly post: (message: unknown, ports: readonly unknown[]) => void;
};

/** The object that the preload puts on the window. */
export const createBridge = ({ ipc, pathOf, post }: Parts): Bridge => {
  const ask = async (what: Ask): Promise<string | null> => {
    const answer = await ipc.invoke(REQUEST_CHANNEL, what);
    if (!answer.ok) throw new Error(answer.sentence);
    return answer.value;
  };
  // a port comes when it was asked for, and again unasked when the engine was restarted
  ipc.on(PORT_CHANNEL, (event, { sentence }) => post({ type: 'clientele-port', sentence }, event.ports));
  return Object.freeze({
    connect: async () => void (await ask({ type: 'connect' })),
    receive: async (file: File) => {
      const path = pathOf(file);
      if (path === '')
        throw new Error('Only a file from this machine can be taken over. Save it first, then drop it here.');
      return (await ask({ type: 'receive', path })) ?? '';
    },
    pickPortfolio: () => ask({ type: 'pick-portfolio' }),
    pickCopy: (proposed: string) => ask({ type: 'pick-copy', path: proposed }),
    savePdf: (html: string, name: string) => ask({ type: 'save-pdf', html, name }),
  });
};
