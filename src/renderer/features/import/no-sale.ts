/** What is said to be no sale once one product is ticked or unticked. */
export const saidOf = (said: readonly string[], product: string, isNoSale: boolean): readonly string[] =>
  isNoSale ? [...new Set([...said, product])] : said.filter((each) => each !== product);
