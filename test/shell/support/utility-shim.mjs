// Stands in for Electron's utility process inside a worker thread: gives the engine's entry `process.parentPort`.
import { parentPort, workerData } from 'node:worker_threads';

/** A Node port that behaves as a MessagePortMain: events instead of values, and nothing before `start`. */
const asMainPort = (port) => ({
  on: (event, listener) =>
    port.on(event, event === 'message' ? (data) => listener({ data, ports: [] }) : listener),
  postMessage: (message) => port.postMessage(message),
  start: () => port.start(),
  close: () => port.close(),
});

process.parentPort = {
  on: (event, listener) =>
    parentPort.on(event, ({ data, ports }) => listener({ data, ports: ports.map(asMainPort) })),
  postMessage: (message) => parentPort.postMessage(message),
};

await import(workerData);
