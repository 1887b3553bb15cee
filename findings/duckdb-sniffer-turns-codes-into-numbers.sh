#!/usr/bin/env bash
# Guess: the sniffer that keeps postcodes with a leading zero as text is as careful with other codes.
# What happens: 01067 stays text; but article codes like 1E5 and 2E7 become the numbers 100000 and 20000000, order numbers of 20 digits become doubles
# whose last digits are lost (two different orders become equal), and a column of yes and no, or t and f, becomes BOOLEAN.
# With: @duckdb/node-api 1.5.6-r.1 (DuckDB 1.5.6), read_csv with its defaults.
# Why it matters here: orders are told apart by their numbers; a reader must not guess a number where the text cannot be had back.
. "$(dirname "$0")/support/try.sh"
install @duckdb/node-api@1.5.6-r.1
show <<'JS'
const { writeFileSync } = require('node:fs');
const { DuckDBInstance } = require('@duckdb/node-api');
(async () => {
  const duck = await (await DuckDBInstance.create(':memory:')).connect();
  for (const codes of [['01067', '10115'], ['1E5', '2E7'], ['12345678901234567890', '12345678901234567891'], ['yes', 'no'], ['t', 'f']]) {
    writeFileSync('articles.csv', ['code,price', ...codes.map((code) => `${code},1`)].join('\n'));
    const rows = (await duck.runAndReadAll("SELECT typeof(code), CAST(code AS VARCHAR) FROM read_csv('articles.csv')")).getRows();
    console.log(codes.join(' and '), 'are', rows[0][0], rows.map(([, text]) => text).join(' and '));
  }
})();
JS
expect_seen <<'SEEN'
01067 and 10115 are VARCHAR 01067 and 10115
1E5 and 2E7 are DOUBLE 100000.0 and 20000000.0
12345678901234567890 and 12345678901234567891 are DOUBLE 1.2345678901234567e+19 and 1.2345678901234567e+19
yes and no are BOOLEAN true and false
t and f are BOOLEAN true and false
SEEN
