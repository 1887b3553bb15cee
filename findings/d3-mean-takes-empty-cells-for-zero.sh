#!/usr/bin/env bash
# Guess: mean, median and max treat the cells of a text table alike: text that is a number as that number, and what is empty as missing.
# What happens: null and words are left out, but an empty cell is 0 in mean and median; and max and extent compare as text, so that the greatest of 9, 10
# and 100 is 9, while the median of the same column is reckoned with numbers.
# With: d3-array 3.2.5.
# Why it matters here: days without a sale come as empty cells; they must stay apart from days with a sale of nothing.
. "$(dirname "$0")/support/try.sh"
install d3-array@3.2.5
show <<'JS'
import('d3-array').then(({ extent, max, mean, median }) => {
  for (const cells of [['2', '4', ''], ['2', '4', null], ['2', '4', 'x'], ['10', '9', '100']]) {
    console.log(`${JSON.stringify(cells)}: mean ${mean(cells)}, median ${median(cells)}, max ${max(cells)}, extent ${extent(cells).join(' to ')}`);
  }
});
JS
expect_seen <<'SEEN'
["2","4",""]: mean 2, median 2, max 4, extent  to 4
["2","4",null]: mean 3, median 3, max 4, extent 2 to 4
["2","4","x"]: mean 3, median 3, max x, extent 2 to x
["10","9","100"]: mean 39.666666666666664, median 10, max 9, extent 10 to 9
SEEN
