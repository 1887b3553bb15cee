const TYPES = {
  csv: 'text/csv;charset=utf-8',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** Bytes that came as text. */
export const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

/** Hands bytes or text to the owner as a file of that name, the way the browser or the desktop shell saves one. */
export const saveFile = (name: string, content: BlobPart, format: keyof typeof TYPES): void => {
  const address = URL.createObjectURL(new Blob([content], { type: TYPES[format] }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // the saving begins after this turn
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
};
