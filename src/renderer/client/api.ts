import { createORPCClient } from '@orpc/client';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import type { Client } from '../../shared/contract/index.ts';
import { connect } from './link.ts';

const { link, onRestart } = connect();

/** The engine's procedures, typed by the contract. */
export const client: Client = createORPCClient(link);

/** The same procedures as query and mutation options. */
export const api = createTanstackQueryUtils(client);

/** Calls a listener when the desktop shell had to restart the engine. */
export const onEngineRestart = onRestart;
