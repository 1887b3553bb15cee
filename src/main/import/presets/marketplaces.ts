import { eachOrder, eachRecord, type Held, left, sale } from './adapting.ts';
import { moneyText } from './money-text.ts';
import type { Adapted, Preset } from './preset.ts';

/** Etsy's orders: one record for each order; tax is collected and paid by Etsy. */
export const etsyOrders: Preset = {
  id: 'etsy-orders',
  source: 'etsy',
  title: 'an Etsy orders export',
  leavesOut: 'Cancelled orders are left out; tax, which Etsy collects, is not counted.',
  needs: [['Sale Date'], ['Order ID'], ['Full Name'], ['Order Value'], ['Order Total']],
  fields: {
    'Sale Date': 'order.date',
    'Order ID': 'order.id',
    'Buyer User ID': 'customer.id',
    'Full Name': 'customer.name',
    'Ship City': 'customer.city',
    'Ship Zipcode': 'customer.postcode',
    'Ship Country': 'customer.country',
    Currency: 'order.currency',
    Status: 'order.status',
    'Order Value': 'line.amount',
    'Discount Amount': 'line.discount',
    Shipping: 'line.shipping',
    'Sales Tax': 'line.tax',
    SKU: 'product.code',
  },
  adapter: (context) => {
    const { header } = context;
    const money = moneyText(context);
    const at = {
      date: header.column('Sale Date'),
      id: header.column('Order ID'),
      customer: header.column('Buyer User ID', 'Buyer'),
      name: header.column('Full Name'),
      street: header.column('Street 1'),
      city: header.column('Ship City'),
      zip: header.column('Ship Zipcode'),
      country: header.column('Ship Country'),
      currency: header.column('Currency'),
      status: header.column('Status'),
      value: header.column('Order Value'),
      discount: header.column('Discount Amount'),
      shipping: header.column('Shipping'),
      shippingDiscount: header.column('Shipping Discount'),
      inPerson: header.column('InPerson Discount'),
      total: header.column('Order Total'),
      adjusted: header.column('Adjusted Order Total'),
    };
    return eachRecord((record, row) => {
      const [value, discount, shipping, shippingDiscount, inPerson] = [
        at.value,
        at.discount,
        at.shipping,
        at.shippingDiscount,
        at.inPerson,
      ].map((cell) => money.read(cell(record)));
      const readable =
        value != null && discount != null && shipping != null && shippingDiscount != null && inPerson != null;
      const net = readable
        ? value - Math.abs(discount) + shipping - Math.abs(shippingDiscount) - Math.abs(inPerson)
        : null;
      const status = at.status(record);
      if (/cancel/i.test(status))
        return left(
          row,
          'status-left-out',
          'order.status',
          status,
          `The order is "${status}" and does not count.`,
          net,
        );
      // what was given back shows in the adjusted total only
      const adjusted = at.adjusted(record) === '' ? null : money.read(at.adjusted(record));
      const total = money.read(at.total(record));
      const back = adjusted !== null && total !== null && adjusted < total ? adjusted - total : 0;
      const common = {
        'order.id': at.id(record),
        'order.date': at.date(record),
        'order.currency': at.currency(record),
        'customer.id': at.customer(record),
        'customer.name': at.name(record),
        'customer.street': at.street(record),
        'customer.city': at.city(record),
        'customer.postcode': at.zip(record),
        'customer.country': at.country(record),
      };
      const line = { ...common, 'line.amount': net === null ? at.value(record) : money.write(net) };
      return back === 0
        ? sale(row, line)
        : sale(row, line, { ...common, 'product.name': 'Refund', 'line.amount': money.write(back) });
    });
  },
};

/** Etsy's order items: shipping stands on every item of an order and counts once. */
export const etsyItems: Preset = {
  id: 'etsy-items',
  source: 'etsy',
  title: 'an Etsy order items export',
  leavesOut: 'Tax, which Etsy collects, is not counted; the shipping of an order is counted once.',
  needs: [['Sale Date'], ['Item Name'], ['Buyer'], ['Quantity'], ['Price'], ['Order ID'], ['Transaction ID']],
  fields: {
    'Sale Date': 'order.date',
    'Order ID': 'order.id',
    Buyer: 'customer.id',
    'Ship Name': 'customer.name',
    'Ship City': 'customer.city',
    'Ship Zipcode': 'customer.postcode',
    'Ship Country': 'customer.country',
    Currency: 'order.currency',
    SKU: 'product.code',
    'Item Name': 'product.name',
    Quantity: 'line.quantity',
    Price: 'line.unitPrice',
    'Item Total': 'line.amount',
    'Discount Amount': 'line.discount',
    'Order Shipping': 'line.shipping',
  },
  adapter: (context) => {
    const { header } = context;
    const money = moneyText(context);
    const at = {
      date: header.column('Sale Date'),
      id: header.column('Order ID'),
      customer: header.column('Buyer'),
      name: header.column('Ship Name'),
      city: header.column('Ship City'),
      zip: header.column('Ship Zipcode'),
      country: header.column('Ship Country'),
      currency: header.column('Currency'),
      sku: header.column('SKU'),
      item: header.column('Item Name'),
      quantity: header.column('Quantity'),
      price: header.column('Price'),
      total: header.column('Item Total'),
      discount: header.column('Discount Amount'),
      shipping: header.column('Order Shipping'),
      shippingDiscount: header.column('Shipping Discount'),
    };
    const seen = new Set<string>();
    return eachRecord((record, row) => {
      const common = {
        'order.id': at.id(record),
        'order.date': at.date(record),
        'order.currency': at.currency(record),
        'customer.id': at.customer(record),
        'customer.name': at.name(record),
        'customer.city': at.city(record),
        'customer.postcode': at.zip(record),
        'customer.country': at.country(record),
      };
      const total = money.read(at.total(record));
      const discount = Math.abs(money.read(at.discount(record)) ?? 0);
      const line = {
        ...common,
        'product.code': at.sku(record),
        'product.name': at.item(record),
        'line.quantity': money.plain(at.quantity(record)),
        'line.unitPrice': money.plain(at.price(record)),
        ...(total === null || at.total(record) === ''
          ? {}
          : { 'line.amount': money.write(total - discount) }),
        'line.discount': money.write(discount),
      };
      const first = !seen.has(at.id(record));
      seen.add(at.id(record));
      const shipping =
        (money.read(at.shipping(record)) ?? 0) - Math.abs(money.read(at.shippingDiscount(record)) ?? 0);
      return first && shipping !== 0
        ? sale(row, line, { ...common, 'product.name': 'Shipping', 'line.amount': money.write(shipping) })
        : sale(row, line);
    });
  },
};

/** eBay's orders: an order of several items has a summary record first, which would count twice. */
export const ebayOrders: Preset = {
  id: 'ebay-orders',
  source: 'ebay',
  title: 'an eBay orders report',
  leavesOut:
    "Summary rows of combined orders and the report's footer are left out; tax, which eBay collects, is not counted.",
  needs: [
    ['Sales Record Number', 'Verkaufsprotokollnummer', 'Numéro de vente', 'Sales record no.'],
    ['Order Number', 'Bestellnummer', 'Numéro de commande'],
    ['Buyer Username', 'Nutzername des Käufers', "Pseudo de l'acheteur"],
    ['Sold For', 'Verkauft für', 'Vendu pour'],
  ],
  fields: {
    'Order Number': 'order.id',
    Bestellnummer: 'order.id',
    'Numéro de commande': 'order.id',
    'Sale Date': 'order.date',
    'Verkauft am': 'order.date',
    'Date de vente': 'order.date',
    'Buyer Username': 'customer.id',
    'Nutzername des Käufers': 'customer.id',
    'Buyer Name': 'customer.name',
    'Name des Käufers': 'customer.name',
    'Item Title': 'product.name',
    Angebotstitel: 'product.name',
    'Custom Label': 'product.code',
    Quantity: 'line.quantity',
    Anzahl: 'line.quantity',
    Quantité: 'line.quantity',
    'Sold For': 'line.amount',
    'Verkauft für': 'line.amount',
    'Vendu pour': 'line.amount',
    'Shipping And Handling': 'line.shipping',
  },
  adapter: (context) => {
    const { header } = context;
    const money = moneyText(context);
    const at = {
      record: header.column(
        'Sales Record Number',
        'Verkaufsprotokollnummer',
        'Numéro de vente',
        'Sales record no.',
      ),
      id: header.column('Order Number', 'Bestellnummer', 'Numéro de commande'),
      user: header.column('Buyer Username', 'Nutzername des Käufers', "Pseudo de l'acheteur"),
      name: header.column('Buyer Name', 'Name des Käufers', "Nom de l'acheteur"),
      city: header.column('Buyer City', 'Ort des Käufers'),
      zip: header.column('Buyer Zip', 'Buyer Postcode', 'PLZ des Käufers'),
      country: header.column('Buyer Country', 'Land des Käufers'),
      date: header.column('Sale Date', 'Verkauft am', 'Date de vente', 'Paid On Date'),
      number: header.column('Item Number', 'Artikelnummer', "Numéro de l'objet"),
      title: header.column('Item Title', 'Angebotstitel', "Titre de l'annonce"),
      label: header.column('Custom Label', 'Bestandseinheit'),
      quantity: header.column('Quantity', 'Anzahl', 'Quantité'),
      sold: header.column('Sold For', 'Verkauft für', 'Vendu pour'),
      shipping: header.column(
        'Shipping And Handling',
        'Postage And Handling',
        'Verpackung und Versand',
        'Affranchissement et emballage',
      ),
      total: header.column('Total Price', 'Gesamtpreis', 'Prix total'),
    };
    return eachOrder(at.id, (records: readonly [Held, ...Held[]]): Adapted[] => {
      const titled = header.has('Item Title', 'Angebotstitel', "Titre de l'annonce");
      return records.map(({ record, row }, index) => {
        if (at.id(record) === '' || at.date(record) === '') {
          const first = record.find((cell) => cell.trim() !== '') ?? '';
          if (at.sold(record) === '')
            return left(row, 'footer-row', null, first, "The report's own footer, not a sale.");
        }
        const summary =
          index === 0 && records.length > 1 && titled && at.title(record) === '' && at.number(record) === '';
        if (summary)
          return left(
            row,
            'subtotal-row',
            null,
            at.record(record),
            'The summary of a combined order; its items follow.',
          );
        const sold = money.read(at.sold(record));
        const shipping = money.read(at.shipping(record));
        const quantity = Number(at.quantity(record)) || 1;
        const total = at.total(record) === '' ? null : money.read(at.total(record));
        // "Sold for" is the price of one where the total says so
        const each =
          sold !== null &&
          shipping !== null &&
          total !== null &&
          quantity > 1 &&
          Math.abs(sold * quantity + shipping - total) < Math.abs(sold + shipping - total);
        return sale(row, {
          'order.id': at.id(record),
          'order.date': at.date(record),
          'customer.id': at.user(record),
          'customer.name': at.name(record),
          'customer.city': at.city(record),
          'customer.postcode': at.zip(record),
          'customer.country': at.country(record),
          'product.code': at.label(record) || at.number(record),
          'product.name': at.title(record),
          'line.quantity': money.plain(at.quantity(record)),
          'line.amount': sold === null ? at.sold(record) : money.write(each ? sold * quantity : sold),
          ...(shipping ? { 'line.shipping': money.write(shipping) } : {}),
        });
      });
    });
  },
};

/** Amazon's all-orders report: tab-separated, without any buyer. */
export const amazonOrders: Preset = {
  id: 'amazon-orders',
  source: 'amazon',
  title: 'an Amazon all-orders report',
  leavesOut:
    'Cancelled orders are left out; tax is not counted. Amazon names no buyers, so these sales are anonymous.',
  needs: [['amazon-order-id'], ['purchase-date'], ['order-status'], ['item-price'], ['quantity']],
  fields: {
    'amazon-order-id': 'order.id',
    'purchase-date': 'order.date',
    'order-status': 'order.status',
    currency: 'order.currency',
    sku: 'product.code',
    'product-name': 'product.name',
    quantity: 'line.quantity',
    'item-price': 'line.amount',
    'shipping-price': 'line.shipping',
    'item-tax': 'line.tax',
    'item-promotion-discount': 'line.discount',
  },
  adapter: (context) => {
    const { header } = context;
    const money = moneyText(context);
    const at = {
      id: header.column('amazon-order-id'),
      date: header.column('purchase-date'),
      status: header.column('order-status'),
      item: header.column('item-status'),
      currency: header.column('currency'),
      sku: header.column('sku'),
      name: header.column('product-name'),
      quantity: header.column('quantity'),
      price: header.column('item-price'),
      shipping: header.column('shipping-price'),
      wrap: header.column('gift-wrap-price'),
      discount: header.column('item-promotion-discount'),
      shippingDiscount: header.column('ship-promotion-discount'),
      tax: header.column('item-tax'),
    };
    return eachRecord((record, row) => {
      const status = at.status(record);
      const parts = [at.price, at.shipping, at.wrap].map((cell) => money.read(cell(record)));
      const off = [at.discount, at.shippingDiscount].map((cell) => money.read(cell(record)));
      const readable = [...parts, ...off].every((part) => part !== null);
      const amount = readable
        ? parts.reduce((sum: number, part) => sum + (part ?? 0), 0) -
          off.reduce((sum: number, part) => sum + Math.abs(part ?? 0), 0)
        : null;
      if (/cancel/i.test(status) || /cancel/i.test(at.item(record)))
        return left(
          row,
          'status-left-out',
          'order.status',
          status,
          `The order is "${status}" and does not count.`,
          amount,
        );
      if (at.price(record) === '')
        return left(row, 'status-left-out', 'order.status', status, 'The order has no price yet.');
      return sale(row, {
        'order.id': at.id(record),
        'order.date': at.date(record),
        'order.status': /pending/i.test(status) ? 'pending' : '',
        'order.currency': at.currency(record),
        'product.code': at.sku(record),
        'product.name': at.name(record),
        'line.quantity': money.plain(at.quantity(record)),
        'line.amount': amount === null ? at.price(record) : money.write(amount),
        'line.tax': money.plain(at.tax(record)),
      });
    });
  },
};

/** Amazon's date-range report of money movements: orders and refunds are sales, transfers are payouts. */
export const amazonDateRange: Preset = {
  id: 'amazon-date-range',
  source: 'amazon',
  title: 'an Amazon date range report',
  leavesOut:
    'Payouts, fees and adjustments are left out; tax is not counted. Amazon names no buyers, so these sales are anonymous.',
  needs: [['date/time'], ['settlement id'], ['type'], ['order id'], ['product sales']],
  fields: {
    'date/time': 'order.date',
    type: 'order.type',
    'order id': 'order.id',
    sku: 'product.code',
    description: 'product.name',
    quantity: 'line.quantity',
    'product sales': 'line.amount',
    total: 'line.unitPrice',
  },
  adapter: (context) => {
    const { header } = context;
    const money = moneyText(context);
    const at = {
      date: header.column('date/time'),
      type: header.column('type'),
      id: header.column('order id'),
      sku: header.column('sku'),
      description: header.column('description'),
      quantity: header.column('quantity'),
      sales: header.column('product sales'),
      shipping: header.column('shipping credits', 'postage credits'),
      wrap: header.column('gift wrap credits'),
      rebates: header.column('promotional rebates'),
    };
    return eachRecord((record, row) => {
      const type = at.type(record);
      const parts = [at.sales, at.shipping, at.wrap, at.rebates].map((cell) => money.read(cell(record)));
      const amount = parts.every((part) => part !== null)
        ? parts.reduce((sum: number, part) => sum + (part ?? 0), 0)
        : null;
      if (!/^(order|refund)$/i.test(type))
        return left(
          row,
          'not-a-sale',
          'order.type',
          type,
          `"${type}" is not a sale: a payout, fee or adjustment.`,
        );
      const refund = /refund/i.test(type);
      return sale(row, {
        'order.id': refund ? `${at.id(record)} refund` : at.id(record),
        ...(refund ? { 'order.refersTo': at.id(record) } : {}),
        'order.date': at.date(record),
        'product.code': at.sku(record),
        'product.name': at.description(record),
        'line.quantity': money.plain(at.quantity(record)),
        'line.amount': amount === null ? at.sales(record) : money.write(amount),
      });
    });
  },
};
