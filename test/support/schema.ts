import type Database from 'better-sqlite3';

type Item = { readonly type: string; readonly name: string; readonly sql: string };

/** The schema of a database as text, sorted, so that only a change of it changes the text. */
export const schemaOf = (raw: Database.Database): string => {
  const items = raw
    .prepare(
      "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .all() as Item[];
  return `${items.map(({ sql }) => `${sql.trim()};`).join('\n\n')}\n`;
};
