import { plainHeader } from '../sniff/columns/header-words.ts';
import { airbnbEarnings } from './exports/airbnb.ts';
import { amazonOrders } from './exports/amazon.ts';
import { amazonDateRange } from './exports/amazon-date-range.ts';
import { ebayOrders } from './exports/ebay.ts';
import { ebayTransactions } from './exports/ebay-transactions.ts';
import { etsyItems, etsyOrders } from './exports/etsy.ts';
import { gumroadSales } from './exports/gumroad.ts';
import { lightspeedSales } from './exports/lightspeed.ts';
import { epayPayments, vippsSettlement } from './exports/nordic-payments.ts';
import { paypalActivity } from './exports/paypal.ts';
import { quickbooksSales } from './exports/quickbooks.ts';
import { shopifyOrders } from './exports/shopify.ts';
import { squareItems, squareTransactions } from './exports/square.ts';
import { stripePayments } from './exports/stripe.ts';
import { sumupSales, sumupTransactions } from './exports/sumup.ts';
import { tallySales } from './exports/tally.ts';
import { tiktokOrders } from './exports/tiktok.ts';
import { toastCheckDetails, waveTransactions } from './exports/tills.ts';
import { woocommerceOrders } from './exports/woocommerce.ts';
import { woocommerceAnalytics } from './exports/woocommerce-analytics.ts';
import { xeroSalesInvoices } from './exports/xero.ts';
import { zohoInvoices } from './exports/zoho.ts';
import type { Preset } from './preset.ts';

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
  airbnbEarnings,
  ebayTransactions,
  epayPayments,
  gumroadSales,
  lightspeedSales,
  tallySales,
  tiktokOrders,
  vippsSettlement,
];

export const presetNamed = (id: string): Preset | null => PRESETS.find((preset) => preset.id === id) ?? null;

/** The product whose export has these headers: of those that fit, the one that needs the most of them. */
export const identifyPreset = (header: readonly string[]): Preset | null => {
  const names = new Set(header.map(plainHeader));
  const has = (aliases: readonly string[]): boolean => aliases.some((alias) => names.has(plainHeader(alias)));
  const fitting = PRESETS.filter(
    (preset) => preset.needs.every(has) && !(preset.without ?? []).some((name) => has([name])),
  );
  return fitting.sort((a, b) => b.needs.length - a.needs.length)[0] ?? null;
};
