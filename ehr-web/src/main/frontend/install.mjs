// npm ci, only where what is installed is not what package-lock.json says.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const LOCK = 'package-lock.json';
const INSTALLED = 'node_modules/.installed-lock.json';

if (!existsSync(INSTALLED) || !readFileSync(INSTALLED).equals(readFileSync(LOCK))) {
  const { status, error } = spawnSync('npm', ['ci', '--prefer-offline'], { stdio: 'inherit', shell: process.platform === 'win32' });
  if (error || status !== 0) {
    console.error('npm ci failed. Node.js 20.19 or newer with npm is needed to build, and npm must reach its registry once.');
    process.exit(1);
  }
  writeFileSync(INSTALLED, readFileSync(LOCK));
}
