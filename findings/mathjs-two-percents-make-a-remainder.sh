#!/usr/bin/env bash
# Guess: if 100 + 5% is 105, then 100 + 5% + 5% is 110.25, or 110, or refused.
# What happens: it is 100. A percent sign before a plus or minus is the remainder of a division by what follows, with its sign: 5 modulo +5 is 0.
# With: mathjs 15.2.0, evaluate.
# Why it matters here: formulas of discounts typed by owners; the result is a plausible price, and no error.
. "$(dirname "$0")/support/try.sh"
install mathjs@15.2.0
show <<'JS'
const { evaluate } = require('mathjs');
for (const text of ['5%', '100 + 5%', '100 + 5% + 5%', '(100 + 5%) + 5%', '100 - 20% - 3', '100 - 20% * 1']) console.log(`${text}:`, evaluate(text));
JS
expect_seen <<'SEEN'
5%: 0.05
100 + 5%: 105
100 + 5% + 5%: 100
(100 + 5%) + 5%: 110.25
100 - 20% - 3: 101
100 - 20% * 1: 99.8
SEEN
