// Bundles what the portal's pages load; into the folder that is given.
import { build } from 'esbuild';

await build({
  entryPoints: { appointments: 'src/main.js', matching: 'src/matching-main.js', passkeys: 'src/passkeys-main.js', 'stretching-worker': 'src/stretching-worker.js' },
  outdir: process.argv[2] ?? 'dist',
  bundle: true,
  format: 'iife',
  target: ['chrome111', 'firefox119', 'safari16.4'],
  minify: true,
  charset: 'utf8',
  legalComments: 'inline',
  logLevel: 'warning',
});
