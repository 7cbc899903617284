// npm ci, only where what is installed is not what package-lock.json says.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node.js 20.19 or newer is needed to build; this is ${process.versions.node}.`);
  process.exit(1);
}

const LOCK = 'package-lock.json';
const INSTALLED = 'node_modules/.installed-lock.json';

if (!existsSync(INSTALLED) || !readFileSync(INSTALLED).equals(readFileSync(LOCK))) {
  const { status, error } = spawnSync('npm', ['ci', '--prefer-offline'], { stdio: 'inherit', shell: process.platform === 'win32' });
  if (error || status !== 0) {
    console.error('npm ci failed. npm comes with Node.js, and must reach its registry once.');
    process.exit(1);
  }
  writeFileSync(INSTALLED, readFileSync(LOCK));
}
