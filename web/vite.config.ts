// Builds the front end into web/dist and runs its tests.
// Everything is a file of our own: no inline script or style (the server's content policy forbids them),
// nothing fetched from elsewhere, no web fonts.
import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';

const here = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  plugins: [vue({ features: { optionsAPI: false } })],
  resolve: { alias: { '@': here.replace(/\/$/, '') } },
  define: {
    __VUE_I18N_LEGACY_API__: false,
    __VUE_I18N_FULL_INSTALL__: false,
    __INTLIFY_PROD_DEVTOOLS__: false,
    __INTLIFY_DROP_MESSAGE_COMPILER__: false,
  },
  build: {
    target: 'es2020', // old office browsers
    outDir: 'dist',
    assetsInlineLimit: 0, // a data: address would need a wider content policy
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    manifest: 'manifest.json', // dev/budget.test.ts follows it
  },
  server: { proxy: { '/api': process.env.SHAOYIN_SERVER ?? 'http://127.0.0.1:8311' } },
  test: {
    include: ['model/**/*.test.ts', 'ui/**/*.test.ts', 'dev/**/*.test.ts'],
    environment: 'node',
    reporters: ['./dev/lines_reporter.ts'],
  },
});
