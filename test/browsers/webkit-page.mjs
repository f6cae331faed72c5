import { middle, startDriver } from './webkit-driver.mjs';

/** The keys that have a name: how WebDriver writes them. */
const keys = {
  Backspace: '\uE003', Tab: '\uE004', Enter: '\uE007', Shift: '\uE008', Control: '\uE009', Alt: '\uE00A', Escape: '\uE00C', Space: ' ', PageUp: '\uE00E', PageDown: '\uE00F',
  End: '\uE010', Home: '\uE011', ArrowLeft: '\uE012', ArrowUp: '\uE013', ArrowRight: '\uE014', ArrowDown: '\uE015', Delete: '\uE017', Meta: '\uE03D',
};
const buttons = { left: 0, middle: 1, right: 2 };

/** So long it may take to do what it is asked for, in milliseconds. */
const patience = 60_000;

/** One window of WebKitGTK, with what the test runner's commands call on a page of Puppeteer's, by the W3C's WebDriver. */
export class WebKitPage {
  #ask;
  #stop;
  #url = 'about:blank';

  static async open(paths) {
    const { base, browser, stop } = await startDriver(paths);
    const ask = async (method, path, body) => {
      const response = await fetch(`${base}${path}`, { method, signal: AbortSignal.timeout(patience), ...(body && { body: JSON.stringify(body) }) });
      const { value } = await response.json();
      if (!response.ok) throw new Error(`WebKit: ${value.error}: ${value.message}`);
      return value;
    };
    const { sessionId } = await ask('POST', '/session', {
      capabilities: { alwaysMatch: { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] } } },
    });
    return new WebKitPage((method, path, body) => ask(method, `/session/${sessionId}${path}`, body), stop);
  }

  constructor(ask, stop) {
    this.#ask = ask;
    this.#stop = stop;
  }

  async close() {
    await this.#ask('DELETE', '').catch(() => undefined);
    this.#stop();
  }

  url = () => this.#url;

  async goto(url) {
    this.#url = url;
    await this.#ask('POST', '/url', { url });
  }

  evaluate = (script) => this.#ask('POST', '/execute/sync', { script: `return ${script}`, args: [] });

  /** The browser's bar is a part of its window, not of the viewport; the pointer rests on it, where no page sees it. */
  async setViewport({ width, height }) {
    const place = (bar) => this.#ask('POST', '/window/rect', { x: Math.round(middle.x - width / 2), y: middle.y - 4, width, height: height + bar });
    await place(0);
    const bar = height - await this.evaluate('innerHeight');
    if (bar !== 0) await place(bar);
  }

  async emulateMediaFeatures() {
    throw new Error('WebKitGTK knows what its user prefers when it starts, and not otherwise.');
  }

  keyboard = {
    down: (key) => this.#act('key', { type: 'keyDown', value: keys[key] ?? key }),
    up: (key) => this.#act('key', { type: 'keyUp', value: keys[key] ?? key }),
    press: (key) => this.#act('key', ...['keyDown', 'keyUp'].map((type) => ({ type, value: keys[key] ?? key }))),
    type: (text) => this.#act('key', ...[...text].flatMap((value) => ['keyDown', 'keyUp'].map((type) => ({ type, value })))),
  };

  mouse = {
    move: (x, y) => this.#act('pointer', { type: 'pointerMove', x, y }),
    down: ({ button = 'left' } = {}) => this.#act('pointer', { type: 'pointerDown', button: buttons[button] }),
    up: ({ button = 'left' } = {}) => this.#act('pointer', { type: 'pointerUp', button: buttons[button] }),
    click: async (x, y, { button } = {}) => {
      await this.mouse.move(x, y);
      await this.mouse.down({ button });
      await this.mouse.up({ button });
    },
    reset: () => this.#ask('DELETE', '/actions'),
  };

  #act = (type, ...actions) => this.#ask('POST', '/actions', { actions: [{ type, id: type, actions }] });
}
