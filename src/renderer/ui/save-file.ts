const TYPES = {
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** Hands bytes to the owner as a file of that name, the way the browser or the desktop shell saves one. */
export const saveFile = (name: string, base64: string, format: keyof typeof TYPES): void => {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: TYPES[format] }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // the saving begins after this turn
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
};
