/** The only channel on which a page can ask the main process for anything. */
export const REQUEST_CHANNEL = 'clientele';
/** The channel on which the engine's port comes to the preload. */
export const PORT_CHANNEL = 'clientele:port';
