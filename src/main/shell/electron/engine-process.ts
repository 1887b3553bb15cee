import type { EngineProcess } from '../../engine/supervise.ts';
import type { Electron, MessagePortMain } from './electron.ts';

/**
 * The engine in a process of its own. Not in a worker thread: the database's native module has taken whole apps down
 * from one, and a MessagePortMain cannot be handed to one.
 */
export const engineUtilityProcess = (
  { utilityProcess, MessageChannelMain }: Pick<Electron, 'utilityProcess' | 'MessageChannelMain'>,
  engineFile: string,
): EngineProcess<MessagePortMain> => {
  const child = utilityProcess.fork(engineFile, [], { serviceName: 'Clientele engine' });
  return {
    post: (message, port) => child.postMessage(message, port === undefined ? [] : [port]),
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => child.on('exit', () => listener()),
    kill: () => void child.kill(),
    channel: () => {
      const { port1, port2 } = new MessageChannelMain();
      return [port1, port2];
    },
  };
};
