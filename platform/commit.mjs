// Notes which commit is built in target/classes/git.properties. Sources without git, such as an archive, have none.
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const classes = join(here, 'target', 'classes');
const file = join(classes, 'git.properties');
const git = (...words) => execFileSync('git', words, { cwd: here, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();

try {
  const commit = git('rev-parse', '--short=7', 'HEAD');
  const changed = git('status', '--porcelain', '--untracked-files=no') !== '';
  mkdirSync(classes, { recursive: true });
  writeFileSync(file, `git.commit.id.abbrev=${commit}\ngit.dirty=${changed}\n`);
} catch {
  rmSync(file, { force: true });
}
