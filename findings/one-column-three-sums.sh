#!/usr/bin/env bash
# Guess: sums of the same doubles differ between engines in the last digits at most, and SQL engines add like JavaScript does.
# What happens: of 100,000 times 0.1 SQLite gives exactly 10000 (it compensates its errors), DuckDB 9999.999999999998 and a loop in JavaScript
# 10000.000000018848. A total computed on screen and one computed by SQL differ by more than one of them from the truth, and a test for equality fails.
# With: better-sqlite3 13.2.0 (SQLite 3.54.1), @duckdb/node-api 1.5.6-r.1, one thread.
# Why it matters here: control totals are compared; money must be whole minor units before any engine adds it.
. "$(dirname "$0")/support/try.sh"
install better-sqlite3@13.2.0 @duckdb/node-api@1.5.6-r.1
show <<'JS'
const db = new (require('better-sqlite3'))(':memory:');
const { DuckDBInstance } = require('@duckdb/node-api');
const N = 100_000;
const numbers = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${N}) SELECT sum(0.1) FROM n`;
console.log('SQLite:    ', db.prepare(numbers).pluck().get());
(async () => {
  const duck = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
  const [[sum]] = (await duck.runAndReadAll(`SELECT sum(0.1::DOUBLE) FROM range(${N})`)).getRows();
  console.log('DuckDB:    ', sum);
  let added = 0;
  for (let i = 0; i < N; i++) added += 0.1;
  console.log('JavaScript:', added);
})();
JS
expect_seen <<'SEEN'
SQLite:     10000
DuckDB:     9999.999999999998
JavaScript: 10000.000000018848
SEEN
