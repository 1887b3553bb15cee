/** The places in a value where a number is none: NaN and infinities become null in JSON and lie there. */
export const notFinite = (value: unknown, path = '$'): string[] => {
  if (typeof value === 'number')
    return Number.isFinite(value) && !Object.is(value, -0)
      ? []
      : [`${path} is ${Object.is(value, -0) ? '-0' : value}`];
  if (typeof value === 'string')
    return /\b(NaN|Infinity|undefined|null|\[object)\b|∞/.test(value) ? [`${path} says ${value}`] : [];
  if (value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((each, i) => notFinite(each, `${path}[${i}]`));
  if (value !== null && typeof value === 'object')
    return Object.entries(value).flatMap(([key, each]) => notFinite(each, `${path}.${key}`));
  return [];
};
