#!/usr/bin/env bash
# Guess: SQLite has no median; window functions or a function of one's own are needed, as with the sqlite3 libraries of the distributions.
# What happens: the build inside better-sqlite3 has median, percentile, percentile_cont and percentile_disc as aggregates, and they work over a window too.
# percentile takes 0…100, the other two 0…1; between two values percentile and percentile_cont interpolate, percentile_disc takes the lower one.
# With: better-sqlite3 13.2.0 (SQLite 3.54.1, ENABLE_PERCENTILE).
# Why it matters here: the typical basket and a customer's usual pause are medians; they can be computed where the rows are.
. "$(dirname "$0")/support/try.sh"
install better-sqlite3@13.2.0
show <<'JS'
const db = new (require('better-sqlite3'))(':memory:');
db.exec("CREATE TABLE basket (shop TEXT, cents INTEGER); INSERT INTO basket VALUES ('a', 100), ('a', 200), ('a', 300), ('a', 1000), ('b', 5)");
const ask = (what) => console.log(`${what}:`, JSON.stringify(db.prepare(`SELECT ${what} AS x FROM basket WHERE shop = 'a'`).pluck().all()));
ask('median(cents)');
ask('percentile(cents, 75)');
ask('percentile_cont(cents, 0.75)');
ask('percentile_disc(cents, 0.75)');
ask('median(cents) OVER (ORDER BY cents)');
console.log('option:', db.pragma('compile_options').some((each) => Object.values(each)[0] === 'ENABLE_PERCENTILE'));
JS
expect_seen <<'SEEN'
median(cents): [250]
percentile(cents, 75): [475]
percentile_cont(cents, 0.75): [475]
percentile_disc(cents, 0.75): [300]
median(cents) OVER (ORDER BY cents): [100,150,200,250]
option: true
SEEN
