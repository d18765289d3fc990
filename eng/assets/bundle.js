// Makes what browsers load, in dist/: Apache ECharts for reports and screens, the screens' style sheet and htmx. MSBuild runs it; see Assets.targets.
import { build } from 'esbuild';
import { readFileSync } from 'node:fs';

const versionOf = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version;
const notice = (name, licence) => `/*! ${name} (${licence}). See THIRD-PARTY-NOTICES.md. */`;
const common = { minify: true, legalComments: 'none', logLevel: 'warning' };

await build({
  ...common,
  entryPoints: ['echarts.js'],
  outfile: 'dist/echarts.min.js',
  bundle: true,
  format: 'iife',
  globalName: 'echarts',
  target: 'es2020',
  define: { 'process.env.NODE_ENV': '"production"' },
  banner: { js: notice(`Apache ECharts ${versionOf('echarts')}`, 'Apache-2.0), zrender (BSD-3-Clause), tslib (0BSD') },
});
await build({
  ...common,
  entryPoints: ['node_modules/htmx.org/dist/htmx.js'],
  outfile: 'dist/htmx.min.js',
  target: 'es2020',
  banner: { js: notice(`htmx ${versionOf('htmx.org')}`, '0BSD') },
});
await build({
  ...common,
  entryPoints: ['node_modules/@tabler/core/dist/css/tabler.css'],
  outfile: 'dist/tabler.min.css',
  banner: { css: notice(`Tabler ${versionOf('@tabler/core')}`, 'MIT') },
});
