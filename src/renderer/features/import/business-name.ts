const NOISE =
  /\b(orders?|sales?|exports?|exported|transactions?|items?|invoices?|report|data|customers?|all|final|copy|umsatz|umsätze|verkäufe|bestellungen|ventes|commandes|ventas|pedidos)\b/giu;

/**
 * A first guess of a business's name from the name of its export, e.g. `Café Central – orders 2025-01.csv`
 * gives `Café Central`. Where nothing is left, `My business`.
 */
export const businessNameFrom = (fileName: string): string => {
  const words = fileName
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .replace(/[_+.–—]+/g, ' ')
    .replace(/\(\d+\)/g, ' ')
    .replace(/(?<![\p{L}])\d[\d\s/-]*(?![\p{L}])/gu, ' ')
    .replace(NOISE, ' ')
    .replace(/(^|\s)-+(?=\s|$)/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s-]+|[\s-]+$/g, '');
  if (!/\p{L}{2}/u.test(words)) return 'My business';
  return words.charAt(0).toUpperCase() + words.slice(1, 120);
};
