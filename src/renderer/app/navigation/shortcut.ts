/** Keys that do something wherever the owner is. */
export type Shortcut = {
  /** each a combination that does it, as Mantine writes them: `mod+shift+Z` */
  readonly keys: readonly string[];
  /** the line in Help */
  readonly does: string;
  /** whether it also works while the owner types in a field */
  readonly whileTyping: boolean;
};
