import type { KnipConfiguration } from 'knip';

/**
 * Finds what nothing uses: files, exports, dependencies. Run a second time with --production, it finds what only tests
 * use (scripts/test.mjs). A "!" marks what is looked at then too.
 */
function config({ production }: { production?: boolean }): KnipConfiguration {
  return {
    // What is started by name: by scripts, in a worker of Node, or in place of another module. Vite and Vitest tell the
    // rest.
    entry: [
      'src/cli/evaluate.ts!',
      'src/cli/learn.ts!',
      'src/cli/start-worker.mjs!',
      'src/lib/parts/fetch-part.standalone.ts!',
      'src/state/platform/locations.standalone.ts!',
      'scripts/*.mjs',
      'test/fixtures/{let-in,second-try}/*.ts',
      'datasets/*.ts!',
      'scripts/fit/*.ts!',
      'scripts/report/report.ts!',
      'test/bench/*.ts!',
      'test/torture/torture.ts',
      'test/fuzz/run-*.ts',
      'vite.standalone.config.ts',
    ],
    project: [
      'src/**/*.{ts,tsx,mjs,css}!',
      'test/**',
      'test/bench/**!',
      'scripts/*.mjs',
      'datasets/**!',
      'scripts/fit/**!',
      'scripts/report/**!',
      '*.ts',
    ],
    // What a module uses itself may be exported for its tests, but not for nobody.
    ignoreExportsUsedInFile: production,
    // Run by name (scripts/child.mjs).
    ignoreDependencies: ['@biomejs/biome'],
    // Of Debian's slurm-wlm (scripts/one-node-slurm.mjs).
    ignoreBinaries: ['sinfo'],
    compilers: {
      // Stylesheets take fonts from packages.
      css: (text) =>
        [...text.matchAll(/url\(["']?(@[^"')]+)/g)].map(([, file]) => `import '${file}';`).join('\n'),
    },
  };
}

export default config;
