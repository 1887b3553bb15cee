import { z } from 'zod';

/**
 * An error without its message, which may quote what an owner typed or a file holds: what kind it is, the code the machine gave
 * it, and the places in the program it came through.
 */
export const FaultSchema = z.object({
  name: z.string().regex(/^[A-Z]\w{0,40}$/),
  code: z
    .string()
    .regex(/^[A-Z][A-Z0-9_]{1,40}$/)
    .nullable(),
  /** "import/load/import-file.ts:94" */
  at: z.array(z.string().regex(/^[\w./-]{1,80}:\d{1,7}$/)).max(8),
});
export type Fault = z.infer<typeof FaultSchema>;

const FRAMES = 8;
/** A file of the program, whichever way its folder is written; nothing before src, dist or assets is kept. */
const PLACE =
  /[\\/](?:src[\\/]main|src|dist[\\/](?:node|electron)|assets)[\\/]([\w.\\/-]{1,80}:\d{1,7})(?::\d+)?\)?$/;

/** The places in a stack, which begins with the error's own message. */
export const placesIn = (stack: string, message: string): string[] => {
  const begin = stack.indexOf(message);
  const lines = (begin < 0 ? stack : stack.slice(begin + message.length)).split('\n');
  return lines
    .flatMap((line) => (/^\s+at /.test(line) ? (PLACE.exec(line)?.[1] ?? []) : []))
    .map((place) => place.replaceAll('\\', '/'))
    .slice(0, FRAMES);
};

/** What may be told of any error. */
export const plainFault = (error: unknown): Fault => {
  if (!(error instanceof Error)) return { name: 'Thrown', code: null, at: [] };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const fault = {
    name: error.constructor.name,
    code: /^[A-Z][A-Z0-9_]{1,40}$/.test(code) ? code : null,
    at: placesIn(error.stack ?? '', error.message),
  };
  return FaultSchema.safeParse(fault).success ? fault : { name: 'Error', code: null, at: [] };
};
