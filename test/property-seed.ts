import fc from 'fast-check';

/*
 * Properties are tried on the same cases in every run, so that a test that begins to fail tells of the change at hand.
 * `PROPERTY_SEED=7 npm run test:unit` tries others.
 */
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.PROPERTY_SEED ?? 1) });
