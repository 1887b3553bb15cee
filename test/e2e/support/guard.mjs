// Preloaded (`--import`) into the shell's Node and, with it, into each of its threads: whatever is not this machine
// cannot be reached, and each attempt is written down. Plain JavaScript: it runs before anything else.
import childProcess from 'node:child_process';
import dgram from 'node:dgram';
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import process from 'node:process';
import { threadId } from 'node:worker_threads';

const LOCAL = new Set(['127.0.0.1', '::1', 'localhost']);

/** @param {object} entry */
const note = (entry) => {
  const log = process.env.CLIENTELE_TEST_GUARD_LOG;
  if (log) appendFileSync(log, `${JSON.stringify({ thread: threadId, ...entry })}\n`);
};

/** @param {string} what @param {string} target */
const refuse = (what, target) => {
  note({ kind: 'attempt', what, target });
  throw new Error(`${what} ${target}: the app may not leave this machine`);
};

// `net.connect`, TLS, HTTP and fetch all end here.
const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function guarded(...args) {
  const [first, second] = Array.isArray(args[0]) ? args[0] : args;
  const options = typeof first === 'object' && first !== null ? first : { port: first, host: second };
  // without a host it is this machine, or a pipe of it
  const host = typeof options.host === 'string' ? options.host : '127.0.0.1';
  if (!LOCAL.has(host)) refuse('connect', `${host}:${options.port}`);
  return connect.apply(this, args);
};

for (const resolver of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype]) {
  for (const name of Object.getOwnPropertyNames(resolver)) {
    if (!/^(?:lookup|resolve|reverse)/.test(name) || typeof resolver[name] !== 'function') continue;
    const original = resolver[name];
    resolver[name] = function guarded(host, ...rest) {
      // a server that listens on an address looks it up first
      if (!(name === 'lookup' && LOCAL.has(host))) refuse(`dns.${name}`, String(host));
      return original.call(this, host, ...rest);
    };
  }
}

for (const name of ['send', 'connect', 'bind']) {
  dgram.Socket.prototype[name] = () => refuse(`udp.${name}`, 'any');
}

// What another program does is out of sight here, so that each one is written down.
const { spawn } = childProcess.ChildProcess.prototype;
childProcess.ChildProcess.prototype.spawn = function guarded(options) {
  note({ kind: 'spawn', what: 'spawn', target: [options.file, ...(options.args ?? [])].join(' ') });
  return spawn.call(this, options);
};

syncBuiltinESMExports();
note({ kind: 'loaded' });
