#!/usr/bin/env bash
# Guess: string({ unit, maxLength: 3 }) gives strings whose length is at most 3.
# What happens: the length counts units, not what .length counts: code points outside the basic plane count once, and a grapheme of several code points too.
# With: fast-check 4.10.2.
# Why it matters here: a limit of a name's length is tested with strings that break it, or the test of a column's width fails for no fault.
. "$(dirname "$0")/support/try.sh"
install fast-check@4.10.2
show <<'JS'
const { sample, string } = require('fast-check');
for (const unit of ['grapheme-ascii', 'grapheme-composite', 'grapheme', 'binary']) {
  const lengths = sample(string({ unit, maxLength: 3 }), { numRuns: 2000, seed: 1 }).map((text) => text.length);
  console.log(`${unit}: up to ${Math.max(...lengths)}`);
}
JS
expect_seen <<'SEEN'
grapheme-ascii: up to 3
grapheme-composite: up to 6
grapheme: up to 14
binary: up to 6
SEEN
