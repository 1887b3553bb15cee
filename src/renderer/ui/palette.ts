/**
 * Eight segment colours for each scheme. Chosen by search: the smallest distance between any two under normal
 * sight, protanopia, deuteranopia and tritanopia is as large as eight colours allow, and each keeps a contrast
 * of 3 : 1 or more with the page. Lightness differs too, so that they stay apart on a grey printer.
 */
export const segmentColours = {
  light: ['#3c5bcc', '#8d4618', '#b54082', '#6e89ce', '#8f8a19', '#cd7986', '#45396e', '#711331'],
  dark: ['#248fe6', '#8b8509', '#bd6182', '#9aadf3', '#b5b101', '#f19b99', '#5cedf1', '#d8f35f'],
} as const;

export type Scheme = keyof typeof segmentColours;

/** The CSS variable of a segment's colour: `var(--segment-3)`; it follows the scheme by itself. */
export const segmentVariable = (colour: number): string =>
  `var(--segment-${((colour % segmentColours.light.length) + segmentColours.light.length) % segmentColours.light.length})`;

export const segmentCssVariables = (scheme: Scheme): Record<string, string> =>
  Object.fromEntries(segmentColours[scheme].map((colour, i) => [`--segment-${i}`, colour]));
