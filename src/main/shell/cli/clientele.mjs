#!/usr/bin/env node
// Plain JavaScript on purpose: an older Node cannot even read the TypeScript below, and must be able to say so.
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  process.stderr.write(
    `Clientele needs Node 24 or newer and this is ${process.version}; start it with "npm run -s clientele -- …", which brings its own.\n`,
  );
  process.exit(2);
}
const { main } = await import('./main.ts');
process.exitCode = await main(process.argv.slice(2));
