import type { TestProject } from 'vitest/node';
import { DIST, ensureBuilt } from '../../scripts/build.mjs';
import { serve } from '../../scripts/static-server.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built app is served during the end-to-end tests, with a slash at the end. */
    baseUrl: string;
  }
}

/** Serves the current build on a free port for the whole run; returns what ends it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  if ((await ensureBuilt()) !== 0) throw new Error('The build failed, so there is nothing to test.');
  // Squeezed anew for every visitor, who is on the same machine, the files would take a twentieth of the tests' time.
  const server = await serve({ root: DIST, port: 0, squeezes: false });
  if (!server) throw new Error('There is no free port.');
  project.provide('baseUrl', server.url);
  return server.close;
}
