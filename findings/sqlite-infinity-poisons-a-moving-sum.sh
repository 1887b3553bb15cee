#!/usr/bin/env bash
# Guess: a moving sum is right again as soon as an infinite value has left its window.
# What happens: it is NULL from there to the end of the partition, and so is the moving average: the sum is kept by subtracting what leaves, and infinity less
# infinity is nothing. A large finite value leaves without a trace. A frame that is computed anew for each row (a correlated subquery) is right.
# With: better-sqlite3 13.2.0 (SQLite 3.54.1).
# Why it matters here: a cell such as 1E400 in a column of amounts becomes infinite in silence; a moving average over days ends there, without an error.
. "$(dirname "$0")/support/try.sh"
install better-sqlite3@13.2.0
show <<'JS'
const db = new (require('better-sqlite3'))(':memory:');
const FRAME = 'OVER (ORDER BY day ROWS BETWEEN 1 PRECEDING AND CURRENT ROW)';
for (const cell of ['1E20', '1E400']) {
  db.exec(`DROP TABLE IF EXISTS sale; CREATE TABLE sale (day INTEGER, amount REAL); INSERT INTO sale VALUES (1, '${cell}'), (2, 1), (3, 1), (4, 1)`);
  const ask = (what) => db.prepare(`SELECT ${what} FROM sale AS now`).pluck().all().join(' ');
  console.log(cell, 'sum:', ask(`coalesce(sum(amount) ${FRAME}, 'NULL')`), '| avg:', ask(`coalesce(avg(amount) ${FRAME}, 'NULL')`));
  console.log(cell, 'anew:', ask('(SELECT sum(amount) FROM sale WHERE day BETWEEN now.day - 1 AND now.day)'));
}
JS
expect_seen <<'SEEN'
1E20 sum: 100000000000000000000 100000000000000000000 2 2 | avg: 100000000000000000000 50000000000000000000 1 1
1E20 anew: 100000000000000000000 100000000000000000000 2 2
1E400 sum: Infinity Infinity NULL NULL | avg: Infinity Infinity NULL NULL
1E400 anew: Infinity Infinity 2 2
SEEN
