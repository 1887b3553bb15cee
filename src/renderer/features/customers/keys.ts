/** Where a key moves the active row, or null for a key that moves nothing. */
export const moveFor = (key: string, active: number, total: number, page: number): number | null => {
  switch (key) {
    case 'ArrowDown':
      return active + 1;
    case 'ArrowUp':
      return active - 1;
    case 'PageDown':
      return active + page;
    case 'PageUp':
      return active - page;
    case 'Home':
      return 0;
    case 'End':
      return total - 1;
    default:
      return null;
  }
};
