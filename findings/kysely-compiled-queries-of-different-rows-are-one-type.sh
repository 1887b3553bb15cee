#!/usr/bin/env bash
# Guess: a CompiledQuery of rows with cents cannot be passed where one of rows with names is asked for; that is what its type parameter is for.
# What happens: the compiler takes either for the other, since no member of the type uses the parameter; only a result that was executed is told apart.
# With: kysely 0.29.9, typescript 7.0.2 under strict.
# Why it matters here: statements that are compiled once and kept in a table of their own are not checked against what reads them.
. "$(dirname "$0")/support/try.sh"
install kysely@0.29.9 typescript@7.0.2
show <<'JS'
const { spawnSync } = require('node:child_process');
const { writeFileSync } = require('node:fs');
const compile = (what, text) => {
  writeFileSync('query.ts', `import type { CompiledQuery, QueryResult } from 'kysely';\n${text}\n`);
  const { status, stdout } = spawnSync('node_modules/.bin/tsc', ['--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext', '--target', 'es2023', 'query.ts'], { encoding: 'utf8' });
  console.log(`${what}:`, status === 0 ? 'accepted' : stdout.match(/error TS\d+/)[0]);
};
for (const type of ['CompiledQuery', 'QueryResult']) compile(type, `export const names = (cents: ${type}<{ cents: number }>): ${type}<{ name: string }> => cents;`);
JS
expect_seen <<'SEEN'
CompiledQuery: accepted
QueryResult: error TS2322
SEEN
