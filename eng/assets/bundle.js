// Bundles and minifies echarts.js into dist/echarts.min.js. MSBuild runs it; see Assets.targets.
import { build } from 'esbuild';
import { readFileSync } from 'node:fs';

const { version } = JSON.parse(readFileSync('node_modules/echarts/package.json', 'utf8'));

await build({
  entryPoints: ['echarts.js'],
  outfile: 'dist/echarts.min.js',
  bundle: true,
  minify: true,
  format: 'iife',
  globalName: 'echarts',
  target: 'es2020',
  legalComments: 'none',
  logLevel: 'warning',
  define: { 'process.env.NODE_ENV': '"production"' },
  banner: { js: `/*! Apache ECharts ${version} (Apache-2.0), zrender (BSD-3-Clause), tslib (0BSD). See THIRD-PARTY-NOTICES.md. */` },
});
