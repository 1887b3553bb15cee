import { runEngine } from '../../../src/main/engine/serve.ts';
import { createEngine } from './stand-in-engine.ts';

runEngine(createEngine);
