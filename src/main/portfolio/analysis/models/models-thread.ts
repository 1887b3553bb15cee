// The file the thread of fitModelsApart is started with.
import { parentPort, workerData } from 'node:worker_threads';
import { customerModels } from '../../../analytics/value/customer-models.ts';

parentPort!.postMessage(customerModels(...(workerData as Parameters<typeof customerModels>)));
