#!/usr/bin/env bash
# Guess: an override that restricts one more import in a folder adds to the imports that are restricted everywhere.
# What happens: in that folder the list of the override is the only one: node:fs, forbidden everywhere else, is allowed there. Nothing tells so.
# With: @biomejs/biome 2.6.8, noRestrictedImports.
# Why it matters here: who may reach files and the network is kept by this rule; a stricter folder ends up laxer.
. "$(dirname "$0")/support/try.sh"
install @biomejs/biome@2.6.8
show <<'JS'
const { spawnSync } = require('node:child_process');
const { mkdirSync, writeFileSync } = require('node:fs');
const rule = (name) => ({ rules: { recommended: false, style: { noRestrictedImports: { level: 'error', options: { paths: { [name]: 'not here' } } } } } });
writeFileSync('biome.json', JSON.stringify({ linter: rule('node:fs'), overrides: [{ includes: ['screens/**'], linter: rule('node:http') }] }));
mkdirSync('screens');
for (const file of ['sales.ts', 'screens/sales.ts']) {
  writeFileSync(file, "import 'node:fs';\nimport 'node:http';\n");
  const { stdout, stderr } = spawnSync('node_modules/.bin/biome', ['lint', '--reporter=github', file], { encoding: 'utf8' });
  console.log(`${file}: refused in line`, [...`${stdout}${stderr}`.matchAll(/noRestrictedImports.*?line=(\d+)/g)].map(([, line]) => line).join(', '));
}
JS
expect_seen <<'SEEN'
sales.ts: refused in line 1
screens/sales.ts: refused in line 2
SEEN
