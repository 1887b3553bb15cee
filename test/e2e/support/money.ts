/** Whole minor units of an amount with two decimals as a screen writes it: `−€1,234.50` is −123450. */
export const minorOf = (text: string): number => {
  const match = /^([−-]?)[^\d−-]*([\d,]+)\.(\d\d)$/.exec(text.trim());
  if (!match) throw new Error(`not an amount: ${text}`);
  const [, sign, whole = '', cents = ''] = match;
  return (sign === '' ? 1 : -1) * (Number(whole.replaceAll(',', '')) * 100 + Number(cents));
};
