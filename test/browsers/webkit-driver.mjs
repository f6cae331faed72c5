import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from './free-port.mjs';

/** The browser’s own bar would not let its window be as narrow as a phone. */
const look = 'window * { padding: 0; margin: 0; min-width: 0; min-height: 0; border-width: 0; font-size: 1px; }';

/** The middle of the screen, where its pointer rests. No window manager gives the keyboard to a window: it has it while the pointer is on it. */
export const middle = { x: 1000, y: 1200 };

/** What ends a process without a word, unless it listens. The test runner listens to Ctrl-C itself. */
const signals = ['SIGTERM', 'SIGHUP'];

/** Starts WebKitGTK's driver with a screen of its own; `stop` ends all of both, and so does the end of this process. */
export async function startDriver({ driver, screen, browser }) {
  const folder = mkdtempSync(join(tmpdir(), 'civic-webkit-'));
  mkdirSync(join(folder, 'gtk-3.0'));
  writeFileSync(join(folder, 'gtk-3.0/gtk.css'), look);
  const started = [];
  // Each leads a group of its own: a signal to the driver alone would leave its browser behind.
  const start = (command, args, options) => {
    const child = spawn(command, args, { detached: true, stdio: 'ignore', ...options });
    started.push(child);
    return child;
  };
  const exit = () => process.exit(1);
  const stop = () => {
    process.removeListener('exit', stop);
    for (const signal of signals) process.removeListener(signal, exit);
    for (const { pid } of started.splice(0)) {
      try {
        process.kill(-pid, 'SIGKILL');
      } catch {
        // It has ended already.
      }
    }
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', stop);
  for (const signal of signals) process.once(signal, exit);

  const shown = start(screen, ['-displayfd', '3', '-screen', '0', `${middle.x * 2}x${middle.y * 2}x24`, '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const display = await new Promise((resolve, reject) => {
    shown.stdio[3].once('data', (text) => resolve(`:${String(text).trim()}`));
    shown.once('exit', () => reject(new Error('Xvfb ended before it began.')));
    shown.once('error', reject);
  });
  const port = await freePort();
  start(driver, ['--host=127.0.0.1', `--port=${port}`], {
    env: {
      ...process.env, DISPLAY: display, XDG_CONFIG_HOME: folder, XDG_RUNTIME_DIR: folder, DBUS_SESSION_BUS_ADDRESS: 'disabled:',
      LIBGL_ALWAYS_SOFTWARE: '1', WEBKIT_DISABLE_DMABUF_RENDERER: '1', NO_AT_BRIDGE: '1', GTK_A11Y: 'none', GSETTINGS_BACKEND: 'memory',
    },
  });
  const base = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 100; tries += 1) {
    if (await fetch(`${base}/status`).then(({ ok }) => ok, () => false)) return { base, browser, stop };
    await wait(100);
  }
  stop();
  throw new Error('WebKitGTK’s driver did not start.');
}
