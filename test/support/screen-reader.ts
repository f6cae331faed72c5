import type { CDPSession, Page } from 'playwright-core';

interface Value {
  readonly value?: unknown;
}

interface AxNode {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: Value;
  readonly name?: Value;
  readonly description?: Value;
  readonly value?: Value;
  readonly properties?: readonly { readonly name: string; readonly value: Value }[];
  readonly childIds?: readonly string[];
}

/** How screen readers call the roles that they say; what has another role is said by its name alone. */
const roles: Readonly<Record<string, string>> = {
  button: 'button', link: 'link', searchbox: 'search box', textbox: 'edit', checkbox: 'check box', radio: 'radio button', combobox: 'combo box', slider: 'slider', heading: 'heading', region: 'region',
  search: 'search', list: 'list', listbox: 'list box', option: 'option', table: 'table', columnheader: 'column header', rowheader: 'row header', application: 'application', dialog: 'dialog', group: 'group', status: 'status', DisclosureTriangle: 'disclosure',
};
/** These are read with what is in them. */
const whole = new Set(['button', 'link', 'checkbox', 'radio', 'option', 'heading', 'columnheader', 'rowheader', 'DisclosureTriangle', 'searchbox', 'textbox', 'slider', 'combobox']);

/** What a screen reader says of a node: its name, what it is, how it stands, and what is said of it besides. */
function spoken({ role, name, description, value, properties = [] }: AxNode): string {
  const is = (property: string): unknown => properties.find((each) => each.name === property)?.value.value;
  const checked = is('checked');
  const [level, expanded] = [is('level'), is('expanded')];
  return [
    name?.value,
    roles[String(role?.value)],
    role?.value === 'heading' && level ? `level ${String(level)}` : '',
    checked === 'true' || checked === true ? 'checked' : checked === undefined ? '' : 'not checked',
    expanded === undefined ? '' : expanded === true ? 'expanded' : 'collapsed',
    is('pressed') === 'true' ? 'pressed' : '',
    is('selected') === true ? 'selected' : '',
    is('disabled') === true ? 'unavailable' : '',
    is('valuetext') ?? value?.value,
    description?.value,
  ].filter((part) => part !== undefined && part !== '').join(', ');
}

/** Collects what live regions announce, in shadow roots, too. A text: what compiles this file gives functions a helper that no page has. */
const listening = `{
  const heard = (globalThis.heard = []);
  const said = new WeakMap();
  const listen = (root) => new MutationObserver((changes) => {
    for (const { target } of changes) {
      const live = (target instanceof Element ? target : target.parentElement)?.closest('[role=status], [role=alert], [aria-live=polite], [aria-live=assertive]');
      const text = live?.textContent?.replace(/\\s+/g, ' ').trim() ?? '';
      if (live && text && said.get(live) !== text) heard.push(text);
      if (live) said.set(live, text);
    }
  }).observe(root, { subtree: true, childList: true, characterData: true });
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    const root = attach.call(this, options);
    listen(root);
    return root;
  };
  listen(document);
}`;

/** Listens to a page as somebody does who does not see it, by the accessibility tree that the browser gives to screen readers. */
export class ScreenReader {
  readonly #page: Page;
  readonly #session: CDPSession;

  private constructor(page: Page, session: CDPSession) {
    this.#page = page;
    this.#session = session;
  }

  /** To be called before the page is opened: what is announced later is heard from the beginning. */
  static async of(page: Page): Promise<ScreenReader> {
    await page.addInitScript({ content: listening });
    const session = await page.context().newCDPSession(page);
    await session.send('Accessibility.enable');
    return new ScreenReader(page, session);
  }

  /** Presses a key, and says what has the focus then, and what was announced. */
  async press(key: string): Promise<string> {
    await this.#page.evaluate(() => void ((globalThis as unknown as { heard: string[] }).heard.length = 0));
    await this.#page.keyboard.press(key);
    await this.#page.waitForTimeout(400);
    const { result } = await this.#session.send('Runtime.evaluate', { expression: '(() => { let at = document.activeElement; while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement; return at; })()' });
    const { nodes } = await this.#session.send('Accessibility.getPartialAXTree', { objectId: result.objectId!, fetchRelatives: false });
    const heard = await this.#page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
    return [spoken(nodes[0] as AxNode), ...heard.map((text) => `(${text})`)].join(' ');
  }

  /** All of an element as it is read from its beginning to its end, a line a thing. */
  async read(selector: string): Promise<string[]> {
    const { result } = await this.#session.send('Runtime.evaluate', { expression: `document.querySelector(${JSON.stringify(selector)})` });
    const { nodes: [top] } = await this.#session.send('Accessibility.getPartialAXTree', { objectId: result.objectId!, fetchRelatives: false });
    const { nodes } = await this.#session.send('Accessibility.getFullAXTree');
    const known = new Map((nodes as readonly AxNode[]).map((node) => [node.nodeId, node]));
    const lines: string[] = [];
    const walk = (node: AxNode | undefined): void => {
      if (!node) return;
      const role = String(node.role?.value);
      const isSaid = !node.ignored && (role === 'StaticText' || whole.has(role) || (Object.hasOwn(roles, role) && Boolean(node.name?.value)));
      if (isSaid) lines.push(spoken(node));
      if (!whole.has(role) && role !== 'StaticText') node.childIds?.forEach((id) => walk(known.get(id)));
    };
    walk(known.get((top as AxNode).nodeId));
    return lines;
  }
}
