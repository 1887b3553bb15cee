#!/usr/bin/env bash
# Guess: the regularised incomplete gamma function of a numeric library has ten right digits where its arguments are in the thousands, or says NaN.
# What happens: near x = s it is right to 13 digits below s = 500 and wrong in the second or third from about a thousand on: at s = 1000, x = 1005 it is
# 0.557 and not 0.567, and at s = x = 10,000 it lies below one half, where the true value never is. Nothing tells where the range of trust ends.
# With: @stdlib/math-base-special-gammainc 0.3.1, against the sum of Poisson probabilities, which for a whole s is the same function.
# Why it matters here: chi-squared and Poisson tests of counts in the thousands; p-values would be out by two per cent of one.
. "$(dirname "$0")/support/try.sh"
install @stdlib/math-base-special-gammainc@0.3.1
show <<'JS'
const gammainc = require('@stdlib/math-base-special-gammainc');
/** 1 − Σ e^−x x^k / k! over k < s, the largest term first in the logarithm so that nothing underflows. */
const byPoisson = (x, s) => {
  let log = -x;
  let sum = 0;
  for (let k = 0; k < s; k++) {
    sum += Math.exp(log);
    log += Math.log(x) - Math.log(k + 1);
  }
  return 1 - sum;
};
for (const [x, s] of [[201, 200], [502, 500], [1000, 1000], [1005, 1000], [2000, 2000], [5100, 5000], [10_000, 10_000]]) {
  console.log(`P(${s}, ${x}) = ${gammainc(x, s).toFixed(6)}, by Poisson ${byPoisson(x, s).toFixed(6)}`);
}
JS
expect_seen <<'SEEN'
P(200, 201) = 0.537508, by Poisson 0.537508
P(500, 502) = 0.541505, by Poisson 0.541505
P(1000, 1000) = 0.504205, by Poisson 0.504205
P(1000, 1005) = 0.556619, by Poisson 0.566861
P(2000, 2000) = 0.494053, by Poisson 0.502974
P(5000, 5100) = 0.920165, by Poisson 0.920671
P(10000, 10000) = 0.497340, by Poisson 0.501330
SEEN
