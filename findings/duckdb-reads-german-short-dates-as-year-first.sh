#!/usr/bin/env bash
# Guess: a column of dates such as 03.04.24 is read as day.month.year, since the sniffer reads 03/04/2024 and 03.04.2024 that way, or stays text.
# What happens: with four digits the year is last and the day first – without any row that shows it – but with two digits the year is taken to be first:
# 3 April 2024 becomes 24 April 2003. Nothing warns; a single day above 31, which could contradict, does not exist.
# With: @duckdb/node-api 1.5.6-r.1 (DuckDB 1.5.6), read_csv with its defaults.
# Why it matters here: two-digit years are what German and Swiss tills write; a whole history moves by twenty years and stays plausible.
. "$(dirname "$0")/support/try.sh"
install @duckdb/node-api@1.5.6-r.1
show <<'JS'
const { writeFileSync } = require('node:fs');
const { DuckDBInstance } = require('@duckdb/node-api');
(async () => {
  const duck = await (await DuckDBInstance.create(':memory:')).connect();
  for (const days of [['03.04.2024', '05.06.2024'], ['03/04/2024', '05/06/2024'], ['03.04.24', '05.06.24'], ['03/04/24', '05/06/24']]) {
    writeFileSync('sales.csv', ['day,amount', ...days.map((day) => `${day},1`)].join('\n'));
    const rows = (await duck.runAndReadAll("SELECT typeof(day), CAST(day AS VARCHAR) FROM read_csv('sales.csv') LIMIT 1")).getRows();
    console.log(days[0], 'is', rows[0].join(' '));
  }
})();
JS
expect_seen <<'SEEN'
03.04.2024 is DATE 2024-04-03
03/04/2024 is DATE 2024-04-03
03.04.24 is DATE 2003-04-24
03/04/24 is DATE 2003-04-24
SEEN
