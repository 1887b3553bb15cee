#!/usr/bin/env bash
# Guess: round(x, 2) of a double is decided by the double's exact value, as in SQLite and toFixed: 2.675 lies below the half, so 2.67.
# What happens: DuckDB rounds 2.675 and 1.115 up, though both doubles lie below the half, but not 1.005, 0.285 and 10.075; SQLite and toFixed agree.
# Written as a literal the number is a DECIMAL in DuckDB, and rounds up like money on paper.
# With: @duckdb/node-api 1.5.6-r.1 (DuckDB 1.5.6), better-sqlite3 13.2.0 (SQLite 3.54.1).
# Why it matters here: a column of prices checked against the other engine differs by a cent in some rows, and neither is wrong by its rule.
. "$(dirname "$0")/support/try.sh"
install better-sqlite3@13.2.0 @duckdb/node-api@1.5.6-r.1
show <<'JS'
const db = new (require('better-sqlite3'))(':memory:');
const { DuckDBInstance } = require('@duckdb/node-api');
(async () => {
  const duck = await (await DuckDBInstance.create(':memory:')).connect();
  for (const x of ['2.675', '1.005', '0.285', '1.115', '8.345', '10.075']) {
    const [[double, decimal]] = (await duck.runAndReadAll(`SELECT round(${x}::DOUBLE, 2), CAST(round(${x}, 2) AS VARCHAR)`)).getRows();
    const sqlite = db.prepare('SELECT round(?, 2)').pluck().get(Number(x));
    console.log(`${x}: toFixed ${Number(x).toFixed(2)}, SQLite ${sqlite}, DuckDB double ${double}, DuckDB literal ${decimal}`);
  }
})();
JS
expect_seen <<'SEEN'
2.675: toFixed 2.67, SQLite 2.67, DuckDB double 2.68, DuckDB literal 2.68
1.005: toFixed 1.00, SQLite 1, DuckDB double 1, DuckDB literal 1.01
0.285: toFixed 0.28, SQLite 0.28, DuckDB double 0.28, DuckDB literal 0.29
1.115: toFixed 1.11, SQLite 1.11, DuckDB double 1.12, DuckDB literal 1.12
8.345: toFixed 8.35, SQLite 8.35, DuckDB double 8.35, DuckDB literal 8.35
10.075: toFixed 10.07, SQLite 10.07, DuckDB double 10.07, DuckDB literal 10.08
SEEN
