import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import packageInfo from './package.json' with { type: 'json' };

export default defineConfig({
  // Relative, so that a build works below any path.
  base: './',
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    target: 'baseline-widely-available',
    // scripts/check-size.mjs reads it.
    manifest: true,
  },
  define: { __APP_VERSION__: JSON.stringify(packageInfo.version) },
});
