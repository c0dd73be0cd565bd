// Bundles the page into dist/, from where the server takes it. Packages are installed only where the lock file asks for others.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

process.chdir(import.meta.dirname ?? new URL('.', import.meta.url).pathname);
const installed = 'node_modules/.of-this-lock';
const lock = readFileSync('package-lock.json', 'utf8');
if (!existsSync(installed) || readFileSync(installed, 'utf8') !== lock) {
  const npm = spawnSync('npm ci --loglevel=error --fetch-retries=1', { shell: true, stdio: 'inherit' });
  if (npm.status !== 0) process.exit(1);
  writeFileSync(installed, lock);
}

const { build } = await import('esbuild');
rmSync('dist', { recursive: true, force: true });
await build({
  entryPoints: ['page.jsx'],
  outdir: 'dist',
  entryNames: '[name]-[hash]',
  bundle: true,
  minify: true,
  jsx: 'automatic',
  target: 'es2022',
  define: { 'process.env.NODE_ENV': '"production"' },
  legalComments: 'eof',
  logLevel: 'warning',
});
writeFileSync('dist/built', '');
