import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// The server puts a fresh nonce in place of the placeholder with each response; assets stay files, since the
// policy allows no `data:` fonts or styles.
export default defineConfig({
  root: 'src/renderer',
  base: './',
  plugins: [react()],
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    outDir: '../../dist/renderer',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    sourcemap: false,
    target: 'chrome130',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
  },
});
