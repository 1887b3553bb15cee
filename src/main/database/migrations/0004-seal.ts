import { sealText, UNSEALED } from '../verify/seal-word.ts';

/**
 * What the file's pages were when it was last at rest (`verify/seal.ts`): a sum of each page but those of these two tables,
 * 4 bytes each, and the digest of these sums.
 */
export const seal = `
CREATE TABLE page_sum (
  one  INTEGER PRIMARY KEY CHECK (one = 1),
  sums BLOB NOT NULL
) STRICT;
INSERT INTO page_sum VALUES (1, x'');

CREATE TABLE seal (
  one  INTEGER PRIMARY KEY CHECK (one = 1),
  word TEXT NOT NULL
) STRICT;
INSERT INTO seal VALUES (1, '${sealText(UNSEALED)}');
`;
