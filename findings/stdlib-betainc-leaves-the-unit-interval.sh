#!/usr/bin/env bash
# Guess: a probability stays between 0 and 1; for equal parameters the incomplete beta function at 1/2 is 1/2, by symmetry.
# What happens: the error grows with the parameters – 1e-4 at a hundred million – and at ten thousand million the "probability" is 1.19, its complement −0.19.
# With: @stdlib/math-base-special-betainc 0.2.3.
# Why it matters here: posteriors of shares are Beta distributions of counts; a large weight for a prior is enough to reach such parameters.
. "$(dirname "$0")/support/try.sh"
install @stdlib/math-base-special-betainc@0.2.3
show <<'JS'
const betainc = require('@stdlib/math-base-special-betainc');
for (const n of [1e2, 1e4, 1e6, 1e8, 1e10]) console.log(n, betainc(0.5, n, n).toFixed(6), betainc(0.5, n, n, true, true).toFixed(6));
JS
expect_seen <<'SEEN'
100 0.500000 0.500000
10000 0.500000 0.500000
1000000 0.500000 0.500000
100000000 0.500128 0.499872
10000000000 1.189766 -0.189766
SEEN
