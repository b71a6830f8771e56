// Brings the npm packages in (only when the lock file changed) and lays out what the platform serves:
// target/classes/static/vendor/** for the browser, target/classes/fonts/** for the printed documents.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, lstatSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, 'node_modules');
const stamp = join(modules, '.lock-hash');
const lock = createHash('sha256').update(readFileSync(join(here, 'package-lock.json'))).digest('hex');

// A linked folder is another work tree's, with the packages of its own lock file.
if (existsSync(modules) && lstatSync(modules).isSymbolicLink() && (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock)) {
  unlinkSync(modules);
}
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: here, stdio: 'inherit', shell: process.platform === 'win32' });
  writeFileSync(stamp, lock);
}

const assets = {
  'static/vendor/tabler/tabler.min.css': '@tabler/core/dist/css/tabler.min.css',
  'static/vendor/tabler/tabler.min.js': '@tabler/core/dist/js/tabler.min.js',
  'static/vendor/icons/tabler-icons.min.css': '@tabler/icons-webfont/dist/tabler-icons.min.css',
  'static/vendor/icons/fonts/tabler-icons.woff2': '@tabler/icons-webfont/dist/fonts/tabler-icons.woff2',
  'static/vendor/htmx.min.js': 'htmx.org/dist/htmx.min.js',
  'static/vendor/uplot/uPlot.iife.min.js': 'uplot/dist/uPlot.iife.min.js',
  'static/vendor/uplot/uPlot.min.css': 'uplot/dist/uPlot.min.css',
  'static/vendor/idb/index.js': 'idb/build/index.js',
  'static/vendor/qr/decode.js': 'qr/decode.js',
  'static/vendor/qr/index.js': 'qr/index.js',
  'static/vendor/bpmn/bpmn-navigated-viewer.min.js': 'bpmn-js/dist/bpmn-navigated-viewer.production.min.js',
  'static/vendor/bpmn/assets': 'bpmn-js/dist/assets',
  'fonts/NotoSansSC-Regular.ttf': '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  'fonts/NotoSansSC-Bold.ttf': '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
  'fonts/NotoSerifSC-Regular.ttf': '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  'fonts/NotoSerifSC-Bold.ttf': '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
};

for (const [target, source] of Object.entries(assets)) {
  const to = join(here, 'target/classes', target);
  mkdirSync(dirname(to), { recursive: true });
  cpSync(join(modules, source), to, { recursive: true });
}
