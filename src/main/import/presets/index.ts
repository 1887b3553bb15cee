import { plainHeader } from '../sniff/header-words.ts';
import { amazonOrders } from './amazon.ts';
import { amazonDateRange } from './amazon-date-range.ts';
import { ebayOrders } from './ebay.ts';
import { etsyItems, etsyOrders } from './etsy.ts';
import { paypalActivity } from './paypal.ts';
import type { Preset } from './preset.ts';
import { quickbooksSales } from './quickbooks.ts';
import { shopifyOrders } from './shopify.ts';
import { squareItems, squareTransactions } from './square.ts';
import { stripePayments } from './stripe.ts';
import { sumupSales, sumupTransactions } from './sumup.ts';
import { toastCheckDetails, waveTransactions } from './tills.ts';
import { woocommerceOrders } from './woocommerce.ts';
import { woocommerceAnalytics } from './woocommerce-analytics.ts';
import { xeroSalesInvoices } from './xero.ts';
import { zohoInvoices } from './zoho.ts';

export const PRESETS: readonly Preset[] = [
  squareItems,
  squareTransactions,
  shopifyOrders,
  woocommerceOrders,
  woocommerceAnalytics,
  quickbooksSales,
  xeroSalesInvoices,
  zohoInvoices,
  waveTransactions,
  stripePayments,
  paypalActivity,
  etsyOrders,
  etsyItems,
  ebayOrders,
  amazonOrders,
  amazonDateRange,
  sumupSales,
  sumupTransactions,
  toastCheckDetails,
];

export const presetNamed = (id: string): Preset | null => PRESETS.find((preset) => preset.id === id) ?? null;

/** The product whose export has these headers: of those that fit, the one that needs the most of them. */
export const recognisePreset = (header: readonly string[]): Preset | null => {
  const names = new Set(header.map(plainHeader));
  const has = (aliases: readonly string[]): boolean => aliases.some((alias) => names.has(plainHeader(alias)));
  const fitting = PRESETS.filter(
    (preset) => preset.needs.every(has) && !(preset.without ?? []).some((name) => has([name])),
  );
  return fitting.sort((a, b) => b.needs.length - a.needs.length)[0] ?? null;
};
