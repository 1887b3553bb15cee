// The file a thread or a utility process is started with.
import { createEngine } from './engine.ts';
import { runEngine } from './serve.ts';

runEngine(createEngine);
