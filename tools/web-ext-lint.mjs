// Runs `web-ext lint` on the Firefox package: no error, and no warning but those known.

import { execFileSync } from 'node:child_process';
import path from 'node:path';

import { ROOT } from './product.mjs';

/** Warnings that are right but not ours to change, each with its reason. */
const KNOWN = new Map([
  ['BACKGROUND_SERVICE_WORKER_IGNORED', 'Chromium needs the key, where it is left in'],
]);

/** @typedef {{ _type: string, code: string, message: string, file?: string, line?: number }} Complaint */

function lint() {
  const program = path.join(ROOT, 'node_modules/.bin/web-ext');
  const folder = path.join(ROOT, 'dist/firefox');
  try {
    return execFileSync(program, ['lint', '--source-dir', folder, '--output', 'json', '--no-config-discovery'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  } catch (error) {
    // It exits with 1 when it found errors, and still tells them.
    const { stdout } = /** @type {{ stdout?: string }} */ (error);
    if (stdout) return stdout;
    throw error;
  }
}

/** @type {{ errors: Complaint[], warnings: Complaint[] }} */
const report = JSON.parse(lint());
const complaints = [...report.errors, ...report.warnings.filter(({ code }) => !KNOWN.has(code))];
for (const { _type, code, message, file, line } of complaints) {
  console.error(`${_type} ${code} ${file ?? ''}:${line ?? ''}\n  ${message}`);
}
console.log(`web-ext lint: ${report.errors.length} errors, ${report.warnings.length} warnings`);
process.exitCode = complaints.length ? 1 : 0;
