import { main } from '../../src/main/shell/cli/main.ts';
import { aFolder } from './folder.ts';

// safety copies of a test must not go where the owner's are
process.env.CLIENTELE_DATA = aFolder();

export type Ran = { readonly code: number; readonly out: string; readonly err: string };

/** Runs a command as the terminal would, in this process, and gives back what it wrote. */
export const cli = async (...args: readonly string[]): Promise<Ran> => {
  const { stdout, stderr } = process;
  const [writeOut, writeErr] = [stdout.write, stderr.write];
  let out = '';
  let err = '';
  stdout.write = (text: string | Uint8Array) => {
    out += text;
    return true;
  };
  stderr.write = (text: string | Uint8Array) => {
    err += text;
    return true;
  };
  try {
    return { code: await main(args), out, err };
  } finally {
    stdout.write = writeOut;
    stderr.write = writeErr;
  }
};
