/**
 * @param {string} version as in `process.version`
 * @returns {string | null} what to tell somebody whose Node is too old: on one, the database would crash the process
 */
export const nodeGuard = (version) =>
  Number(version.replace(/^v/, '').split('.')[0]) >= 24
    ? null
    : `Clientele needs Node 24 or newer; this is ${version}. Run it with "npm start", which brings its own.`;
