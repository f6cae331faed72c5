import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';

const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };

/**
 * A browser that tests run in: the one that a variable names, an installed one, or (as root on Debian) one installed
 * now. Throws with one line that says what to do otherwise.
 * @param {{ name: string, variable: string, known: readonly string[], packages: readonly string[] }} browser
 * @returns {string}
 */
function find({ name, variable, known, packages }) {
  const asked = process.env[variable];
  if (asked) {
    if (existsSync(asked)) return asked;
    throw new Error(`${variable} names ${asked}, which is not there.`);
  }
  const installed = () => known.find((path) => existsSync(path));
  const found = installed();
  if (found) return found;
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    console.log(`No ${name} found: installing Debian’s ${packages[0]} …`);
    try {
      execFileSync('apt-get', ['update', '-q'], { stdio: 'ignore', env: environment });
      execFileSync('apt-get', ['install', '-y', '-q', '-o', 'DPkg::Lock::Timeout=120', '--no-install-recommends', ...packages], { stdio: 'ignore', env: environment });
    } catch {
      // What follows says what is missing, whatever the reason.
    }
    const anew = installed();
    if (anew) return anew;
  }
  throw new Error(`These tests need ${name}: install it, or name it in ${variable}.`);
}

/** Chromium or Chrome. */
export const findChromium = () => find({
  name: 'Chromium',
  variable: 'CHROME_PATH',
  known: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/snap/bin/chromium',
    '/opt/google/chrome/chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ],
  packages: ['chromium'],
});

/** Firefox. */
export const findFirefox = () => find({
  name: 'Firefox',
  variable: 'FIREFOX_PATH',
  known: ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
  packages: ['firefox-esr'],
});

/** WebKitGTK’s own small browser, with the driver and the screen that it cannot do without. */
export function findWebKit() {
  const packages = ['webkit2gtk-driver', 'xvfb'];
  return {
    driver: find({ name: 'WebKitGTK’s WebDriver', variable: 'WEBKIT_DRIVER_PATH', known: ['/usr/bin/WebKitWebDriver'], packages }),
    screen: find({ name: 'Xvfb', variable: 'XVFB_PATH', known: ['/usr/bin/Xvfb'], packages }),
    browser: find({ name: 'WebKitGTK’s MiniBrowser', variable: 'WEBKIT_PATH', known: libraries().map((folder) => `${folder}/webkit2gtk-4.1/MiniBrowser`), packages }),
  };
}

/** Debian keeps what belongs to one kind of processor in a folder of its own. */
const libraries = () => (existsSync('/usr/lib') ? readdirSync('/usr/lib').filter((name) => name.endsWith('-linux-gnu')).map((name) => `/usr/lib/${name}`) : []);

/** Flags for a machine without a screen, a GPU or a way out to the network. */
export const chromiumFlags = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];
