// Makes one zip of each unpacked extension. The same files give the same bytes.

import { execFile, execFileSync } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

import { BROWSERS, ROOT, zipFor } from './product.mjs';

/** Compiles the tool that zips, see `tools/zip/`. */
function zipTool() {
  const target = path.join(ROOT, 'target/tools');
  const manifest = path.join(ROOT, 'tools/zip/Cargo.toml');
  execFileSync('cargo', ['build', '--release', '--locked', '--quiet', '--manifest-path', manifest], {
    env: { ...process.env, CARGO_TARGET_DIR: target },
    stdio: 'inherit',
  });
  return path.join(target, 'release/clean-copy-zip');
}

const tool = zipTool();
await Promise.all(
  BROWSERS.map(async (browser) => {
    const target = await zipFor(browser);
    await promisify(execFile)(tool, [path.join(ROOT, 'dist', browser), target]);
    console.log(path.relative(ROOT, target));
  }),
);
