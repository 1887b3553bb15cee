import type { Kind } from '../kind.ts';
import type { SampleKind } from '../truth.ts';
import { bakery } from './bakery.ts';
import { clinic } from './clinic.ts';
import { webshop } from './webshop.ts';
import { wholesale } from './wholesale.ts';

const KINDS: Readonly<Record<SampleKind, Kind>> = { bakery, wholesale, webshop, clinic };

export const kindOf = (kind: SampleKind): Kind => KINDS[kind];
