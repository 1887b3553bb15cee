import { closeSync, openSync, readSync } from 'node:fs';

/** A kind of file that has a table inside it, to be unpacked before it is read. */
export type Container = 'gzip' | 'zip' | 'old-excel' | 'page';

/** What a file is by its first bytes, whatever it is called; null for plain text and for what is no table at all. */
export const containerOf = (path: string): Container | null => {
  const head = headOf(path);
  const latin = head.toString('latin1');
  if (latin.startsWith('\u001f\u008b')) return 'gzip';
  if (latin.startsWith('PK\u0003\u0004') || latin.startsWith('PK\u0005\u0006')) return 'zip';
  if (latin.startsWith('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1')) return 'old-excel';
  const text = latin.replace(/^\u00ef\u00bb\u00bf/, '').trimStart();
  if (/^<\?xml[^>]*\?>\s*(?:<\?mso[^>]*\?>\s*)?<(?:\w+:)?Workbook\b/i.test(text)) return 'page';
  return /^(?:<\?xml[^>]*\?>\s*)?<(?:!doctype html|html|head|meta|style|body|table|div)\b/i.test(text) ||
    /^MIME-Version:[\s\S]*text\/html/i.test(text)
    ? 'page'
    : null;
};

const headOf = (path: string): Buffer => {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(2048);
    return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, 0));
  } finally {
    closeSync(file);
  }
};
