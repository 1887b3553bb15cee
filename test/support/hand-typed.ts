import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';

/** A column as a row type claims it: its name (null in a tuple) and its type as written. */
export type Claimed = { readonly name: string | null; readonly type: string };

/** A statement in the source whose rows have a type written by hand. */
export type HandTyped = {
  /** file, method and type, as docs/decisions/kysely.md names a statement */
  readonly id: string;
  /** null where its text is put together at run time */
  readonly sql: string | null;
  /** null where the type leaves the names open, as a record of any columns does */
  readonly claimed: readonly Claimed[] | null;
  /** of a tuple: further columns of one type may follow */
  readonly open: boolean;
};

type File = { readonly path: string; readonly text: string };

const sources = (folder: string): File[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .sort()
    .map((path) => ({
      path: path.split(sep).join('/'),
      text: readFileSync(join(folder, path), 'utf8'),
    }));

/** Finds the statements below a folder that are read with `rows<…>`, `row<…>`, `cells<…>` or `eachCells<…>`. */
export const handTyped = (folder: string): HandTyped[] => {
  const files = sources(folder).filter(({ path }) => path !== 'database/connection.ts');
  return files.flatMap((file) =>
    [...file.text.matchAll(/\.(rows|row|cells|eachCells)</g)].map((call) => {
      const begin = call.index + call[0].length;
      const end = closing(file.text, begin - 1);
      const type = file.text.slice(begin, end);
      const { columns, open } = columnsOf(type, file, files);
      return {
        id: `${file.path} ${call[1]}<${type.replace(/\s+/g, ' ').trim()}>`,
        sql: sqlAt(file.text.slice(end + 1).replace(/^\(\s*/, ''), file, files),
        claimed: columns,
        open,
      };
    }),
  );
};

const PAIRS: Readonly<Record<string, string>> = { '<': '>', '{': '}', '[': ']', '(': ')' };

/** Where the bracket at a place is closed. */
const closing = (text: string, at: number): number => {
  const open: string[] = [];
  for (let i = at; i < text.length; i++) {
    const close = PAIRS[text[i]!];
    if (close) open.push(close);
    else if (text[i] === open.at(-1)) {
      open.pop();
      if (open.length === 0) return i;
    }
  }
  throw new Error(`no end of ${text.slice(at, at + 80)}`);
};

/** Parts of a text between separators that are in no bracket. */
const split = (text: string, separators: string): string[] => {
  const parts: string[] = [];
  let from = 0;
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && PAIRS[text[i]!]) i = closing(text, i);
    else if (i === text.length || separators.includes(text[i]!)) {
      parts.push(text.slice(from, i).trim());
      from = i + 1;
    }
  }
  return parts.filter((part) => part !== '');
};

type Columns = { readonly columns: readonly Claimed[] | null; readonly open: boolean };

const columnsOf = (written: string, file: File, files: readonly File[]): Columns => {
  const type = written.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '').trim();
  const inner = type.replace(/^readonly\s+/, '').replace(/^Readonly<([\s\S]*)>$/, '$1');
  if (/^Record<string,/.test(inner)) return { columns: null, open: true };
  if (inner.startsWith('{') && closing(inner, 0) === inner.length - 1) {
    const members = split(inner.slice(1, -1), ';,');
    return { open: false, columns: members.map(memberOf) };
  }
  if (inner.startsWith('[')) {
    const parts = split(inner.slice(1, -1), ',').map((part): Columns => {
      const rest = /^\.\.\.([\s\S]*)$/.exec(part)?.[1];
      if (rest === undefined)
        return { columns: [{ name: null, type: part.replace(/^\w+\??:\s*/, '') }], open: false };
      if (rest.endsWith('[]')) return { columns: [], open: true };
      return columnsOf(rest, file, files);
    });
    return {
      columns: parts.flatMap(({ columns }) => columns ?? []),
      open: parts.some(({ open }) => open),
    };
  }
  if (!/^\w+$/.test(inner)) return { columns: null, open: true };
  const alias = declared(
    inner,
    new RegExp(`^(?:export )?type ${inner} =\\s*([\\s\\S]*?);$\\n(?! )`, 'm'),
    file,
    files,
  );
  return columnsOf(alias.text, alias.file, files);
};

const memberOf = (member: string): Claimed => {
  const [, name = '', type = ''] = /^(?:readonly\s+)?['"]?(\w+)['"]?\??:\s*([\s\S]*)$/.exec(member) ?? [];
  if (name === '') throw new Error(`not a member of a row: ${member}`);
  return { name, type };
};

/** How a name is declared in the file itself, or in the one it is imported from. */
const declared = (
  name: string,
  pattern: RegExp,
  file: File,
  files: readonly File[],
): { readonly text: string; readonly file: File } => {
  const own = pattern.exec(file.text)?.[1];
  if (own !== undefined) return { text: own, file };
  const [, from] =
    new RegExp(`import (?:type )?\\{[^}]*\\b${name}\\b[^}]*\\} from '(\\.[^']*)'`).exec(file.text) ?? [];
  const path = from && posix.join(posix.dirname(file.path), from);
  const origin = files.find((each) => each.path === path);
  if (!origin || origin === file) throw new Error(`${file.path}: no declaration of ${name}`);
  return declared(name, pattern, origin, files);
};

const LITERAL = /^(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|`([^`]*)`)/;

/** The text of a statement: a literal, a constant that is one, or a template of such constants alone. */
const sqlAt = (text: string, file: File, files: readonly File[]): string | null => {
  const literal = LITERAL.exec(text);
  if (literal) {
    const content = literal[1] ?? literal[2] ?? literal[3]!;
    const constants = [...content.matchAll(/\$\{([^}]*)\}/g)].map(([, name = '']) => [
      name,
      /^[A-Z_]+$/.test(name) ? constant(name, file, files) : null,
    ]);
    if (constants.some(([, value]) => value === null) || content.split('${').length - 1 > constants.length)
      return null;
    return content.replace(/\$\{([^}]*)\}/g, (_, name) => constants.find(([each]) => each === name)![1]!);
  }
  const name = /^(\w+)\s*[,)]/.exec(text)?.[1];
  return name === undefined ? null : constant(name, file, files);
};

const constant = (name: string, file: File, files: readonly File[]): string | null => {
  const value = declared(name, new RegExp(`const ${name} =\\s*([\\s\\S]*?);\\n`), file, files);
  return sqlAt(value.text, value.file, files);
};
