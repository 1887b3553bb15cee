#!/usr/bin/env bash
# Guess: doubles between 0 and 100 are spread over that range, or at least half of them lie above 1.
# What happens: nine in ten are below a thousand-millionth: representable numbers are drawn evenly, and most of those lie near 0. NaN, which is in no
# range, is drawn too unless noNaN is given.
# With: fast-check 4.10.2.
# Why it matters here: a property about prices or probabilities is tested with zeros and hardly ever with a price; integers of cents are spread.
. "$(dirname "$0")/support/try.sh"
install fast-check@4.10.2
show <<'JS'
const { double, integer, sample } = require('fast-check');
const RUNS = { numRuns: 1000, seed: 1 };
const prices = sample(double({ min: 0, max: 100 }), RUNS);
console.log('doubles: below 1e-9', prices.filter((x) => x < 1e-9).length, 'above 1', prices.filter((x) => x > 1).length, 'NaN', prices.filter(Number.isNaN).length);
const cents = sample(integer({ min: 0, max: 10_000 }), RUNS);
console.log('integers: above 100', cents.filter((x) => x > 100).length);
JS
expect_seen <<'SEEN'
doubles: below 1e-9 885 above 1 96 NaN 4
integers: above 100 838
SEEN
